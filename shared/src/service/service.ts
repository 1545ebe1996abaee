import "reflect-metadata";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import type { DataSource, EntityManager } from "typeorm";
import { byItself } from "../audit/asking.ts";
import { askingDoor, askingPages } from "../audit/asking-door.ts";
import { Audit } from "../audit/audit.ts";
import { type AuthDoor, openedLater } from "../auth-door.ts";
import { type Connection, createDataSource } from "../database/data-source.ts";
import { Transaction, Transactions } from "../database/transaction.ts";
import { type Jobs, openJobs } from "../job/jobs.ts";
import { LiveChanges } from "../live/live-source.ts";
import { type Mailer, noMailer } from "../mail/mailer.ts";
import { type ChangeFeed, type ChangePage, OutboxFeed } from "../outbox/change-feed.ts";
import type { PageDoor } from "../page/page-door.ts";
import { collectRecords, requireReader } from "../personal-data/collect-records.ts";
import type { AskedFrom, PersonalAnswer, Subject } from "../personal-data/personal-table.ts";
import { type ChangeSignal, Feeds } from "../replica/feeds.ts";
import { withFollowing } from "../replica/replica.ts";
import { FOUNDATION_RULES } from "../retention/foundation-rules.ts";
import { keepTo } from "../retention/retention.ts";
import { noSite, type Site } from "../site.ts";
import { type FileStorage, noStorage } from "../storage/file-storage.ts";
import { LocalSubgraph } from "../subgraph/local-subgraph.ts";
import type { ServiceContext } from "../subgraph/service-context.ts";
import type { SubgraphCall, SubgraphExecutor } from "../subgraph/subgraph-call.ts";
import type { Uploads } from "../upload/uploads.ts";
import type { Claims, Viewer } from "../viewer.ts";
import { DayTurns } from "./day-turns.ts";
import { prepareTables } from "./prepare-tables.ts";
import type { ServiceDefinition, ServiceLog, ServiceParts } from "./service-definition.ts";

export interface ServiceOptions {
  readonly connection: Connection;
  /** The feeds of the services whose facts it replicates. */
  readonly feeds: readonly ChangeFeed[];
  readonly log: ServiceLog;
  /** For the jobs that send mail. */
  readonly mail?: Mailer;
  /** For those that make links, cookies or tokens. */
  readonly site?: Site;
  /** For those that keep files. */
  readonly files?: FileStorage;
}

/** A service that runs: its tables are open, and it answers calls. */
export class Service implements SubgraphExecutor, ChangeFeed {
  readonly source: string;
  readonly schema: GraphQLSchema;
  readonly parts: ServiceParts;
  /** Null where it takes no files. */
  readonly uploads: Uploads | null;
  /** Null where no link opens anything. */
  readonly pages: PageDoor | null;
  /** Sign-in, of the one service that has it. */
  readonly auth: AuthDoor | null;
  /** What changes, as it does. */
  readonly live: LiveChanges;
  private readonly feed: OutboxFeed;
  private readonly local: LocalSubgraph;
  private readonly turns: DayTurns;
  private readonly jobs: Jobs | null;

  constructor(
    readonly definition: ServiceDefinition,
    { db, jobs }: { readonly db: DataSource; readonly jobs: Jobs | null },
    private readonly options: ServiceOptions,
  ) {
    const { feeds, log, mail = noMailer, site = noSite, files = noStorage } = options;
    this.jobs = jobs;
    this.source = definition.name;
    this.live = new LiveChanges(definition.name);
    this.feed = new OutboxFeed(definition.name, db);
    const begin = (manager: EntityManager) =>
      new Transaction(manager, definition.name, jobs?.queue ?? null);
    const replicas = definition.replicas.map((replica) => withFollowing(replica, begin));
    const rules = definition.audit ?? {};
    const audit = new Audit({ db, service: definition.name, rules, log });
    this.parts = {
      db,
      transactions: new Transactions(db, definition.name, jobs?.queue ?? null),
      feeds: new Feeds({ db, feeds, log, replicas }),
      mail,
      site,
      files,
      audit,
    };
    this.schema = definition.createSchema(this.parts);
    this.uploads = definition.createUploads?.(this.parts) ?? null;
    const pages = definition.createPages?.(this.parts) ?? null;
    this.pages = pages && askingPages(pages);
    const createContext = this.createContext.bind(this);
    this.local = new LocalSubgraph({ schema: this.schema, createContext, log });
    this.turns = new DayTurns(log);
    const { createAuth } = definition;
    this.auth = createAuth ? askingDoor(openedLater(() => createAuth(this.parts))) : null;
  }

  execute(call: SubgraphCall): Promise<ExecutionResult> {
    return this.local.execute(call);
  }

  changesAfter(position: string, limit: number): Promise<ChangePage> {
    return this.feed.changesAfter(position, limit);
  }

  async claims(person: string): Promise<Partial<Claims>> {
    return (await this.definition.claims?.(this.parts, person)) ?? {};
  }

  /**
   * All that is held here of a person, and by what else than their id they are found.
   *
   * @throws FORBIDDEN for whoever may not be told
   */
  async personalData(
    viewer: Viewer | null,
    asked: Subject,
    from: AskedFrom = { requestId: null, client: null },
  ): Promise<PersonalAnswer> {
    requireReader(viewer, asked.person);
    const known = await this.definition.subjectOf?.(this.parts, asked.person);
    const subject = { ...asked, ...known };
    const { personalData: tables = [] } = this.definition;
    const jobs = this.jobs?.queue.schema ?? null;
    const isOwn = viewer?.person === subject.person;
    const records = await collectRecords({ db: this.parts.db, tables, jobs }, { subject, isOwn });
    const reads = this.parts.audit.readsOf({ viewer, ...from }, "/personal-data");
    for (const field of Object.keys(records)) {
      reads.note({ type: "PersonalData", id: subject.person, field });
    }
    return { subject, records };
  }

  /** Takes away what has outlived its purpose. */
  keepToRetention(now = new Date()): Promise<void> {
    const { parts, definition, options } = this;
    const rules = [...FOUNDATION_RULES, ...(definition.retention ?? [])];
    return keepTo(rules, { parts, now, log: options.log });
  }

  createContext(
    viewer: Viewer | null,
    requestId: string,
    client: string | null = null,
  ): ServiceContext {
    const createLoaders = () => this.definition.createLoaders(this.parts, viewer);
    const reads = this.parts.audit.readsOf({ viewer, requestId, client });
    return { viewer, requestId, client, reads, loaders: createLoaders(), createLoaders };
  }

  /** Loads reference data, then follows the other services' feeds and the calendar, and does jobs. */
  async start(signal: ChangeSignal): Promise<void> {
    await this.definition.loadReference?.(this.parts);
    await this.turns.follow((day) => byItself("the turn of the day", () => this.beginDay(day)));
    signal.onLive?.(this.live);
    this.parts.audit.start(signal);
    this.parts.feeds.follow(signal);
    this.jobs?.work(signal, this.parts, this.options.log);
  }

  private async beginDay(day: string): Promise<void> {
    await this.definition.daily?.(this.parts, day);
    await this.keepToRetention();
  }

  /** Whether its database answers. */
  async isReady(): Promise<boolean> {
    return this.parts.db.query("SELECT 1").then(
      () => true,
      () => false,
    );
  }

  /** Ends what it does by itself: jobs, the calendar, feeds. It still answers. */
  async rest(): Promise<void> {
    await this.jobs?.stop();
    await this.turns.stop();
    await this.parts.feeds.stop();
  }

  async stop(): Promise<void> {
    await this.rest();
    await this.parts.audit.stop();
    await this.parts.db.destroy();
  }
}

/** Opens the tables, brings them to this version, and builds the service. */
export async function openService(
  definition: ServiceDefinition,
  options: ServiceOptions,
): Promise<Service> {
  const db = createDataSource(definition, options.connection);
  await db.initialize();
  try {
    await prepareTables(definition, db);
    const jobs = definition.jobs ? await openJobs(definition, db, options.connection) : null;
    return new Service(definition, { db, jobs }, options);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
