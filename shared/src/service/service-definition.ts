import type { GraphQLSchema } from "graphql";
import type { DataSource } from "typeorm";
import type { Audit } from "../audit/audit.ts";
import type { AuditRules } from "../audit/audit-rules.ts";
import type { AuthDoor } from "../auth-door.ts";
import type { TablesOfService } from "../database/data-source.ts";
import type { Transactions } from "../database/transaction.ts";
import type { ErrorLog } from "../error-masking.ts";
import type { JobKind } from "../job/job-kind.ts";
import type { LiveTables } from "../live/live-tables.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { PageDoor } from "../page/page-door.ts";
import type { Permission } from "../permission/permission.ts";
import type { PersonalTable, Subject } from "../personal-data/personal-table.ts";
import type { Feeds } from "../replica/feeds.ts";
import type { Removal } from "../removal/removable.ts";
import type { Replica } from "../replica/replica.ts";
import type { RetentionRule } from "../retention/retention.ts";
import type { Site } from "../site.ts";
import type { FileStorage } from "../storage/file-storage.ts";
import type { Uploads } from "../upload/uploads.ts";
import type { Claims, Viewer } from "../viewer.ts";

/** What a service's rules are built from. */
export interface ServiceParts {
  readonly db: DataSource;
  readonly transactions: Transactions;
  readonly feeds: Feeds;
  /** Only jobs send: what is sent in a transaction cannot be rolled back. */
  readonly mail: Mailer;
  readonly site: Site;
  /** Files that people have sent. */
  readonly files: FileStorage;
  readonly audit: Audit;
}

/** One bounded context, ready to be started in any process. */
export interface ServiceDefinition extends TablesOfService {
  /** What it keeps of other services. */
  readonly replicas: readonly Replica[];
  /** Its rows of the table of permissions: every mutation, every protected field. */
  readonly permissions?: readonly Permission[];
  /** The work that it does later. A service without any has no tables for it. */
  readonly jobs?: readonly JobKind[];
  /** What the audit log leaves out, and whose personal values it encrypts. */
  readonly audit?: AuditRules;
  /** The tables whose changes are told at once to whoever watches. */
  readonly live?: LiveTables;
  /** How records that were put there for trying out are taken away again. */
  readonly removal?: Removal;
  /** Where something of a person stands: what they are given when they ask for it. */
  readonly personalData?: readonly PersonalTable[];
  /** What becomes known of a person to the service of accounts alone: by what else they are found. */
  subjectOf?(parts: ServiceParts, person: string): Promise<Omit<Subject, "person">>;
  /** What is kept so long and no longer; kept to at every turn of the day. */
  readonly retention?: readonly RetentionRule[];
  createSchema(parts: ServiceParts): GraphQLSchema;
  /** A fresh set for each request. */
  createLoaders(parts: ServiceParts, viewer: Viewer | null): object;
  /** Takes the files that clients send by a link. */
  createUploads?(parts: ServiceParts): Uploads;
  /** What a secret in a link opens, to people who need no account. */
  createPages?(parts: ServiceParts): PageDoor;
  /** Sign-in, of the one service that has it: made when it is first asked for, since it is large. */
  readonly createAuth?: (parts: ServiceParts) => Promise<AuthDoor>;
  /** The roles that this service gives a person. */
  claims?(parts: ServiceParts, person: string): Promise<Partial<Claims>>;
  /** Loads reference data; run at every start, so it must change nothing the second time. */
  loadReference?(parts: ServiceParts): Promise<void>;
  /**
   * What the turn of the day changes although nobody writes: a seat or a membership begins or ends.
   * Run at every start and soon after midnight UTC; a second time on a day changes nothing.
   */
  daily?(parts: ServiceParts, day: string): Promise<unknown>;
}

export interface ServiceLog extends ErrorLog {
  info(details: object, message: string): void;
}
