import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { ExecutionResult } from "graphql";
import { parse } from "graphql";
import { Client } from "pg";
import type { DataSource, Logger } from "typeorm";
import { type Change, type ChangeFeed, FROM_THE_START } from "../outbox/change-feed.ts";
import { jobSchemaOf, ROLE_SETTINGS } from "../database/provision.ts";
import type { Mail } from "../mail/mailer.ts";
import { openService, type Service } from "../service/service.ts";
import { FolderStorage } from "../storage/folder-storage.ts";
import { siteOf } from "../site.ts";
import type { ServiceDefinition } from "../service/service-definition.ts";
import type { Viewer } from "../viewer.ts";
import { FakeFeed } from "./fake-feed.ts";
import { testDatabaseUrl } from "./config.ts";

export interface HarnessVariables extends Record<string, unknown> {
  viewer?: Viewer | null;
}

export interface Harness {
  /** The service under test; there from the first `beforeAll` on. */
  readonly service: () => Service;
  readonly db: () => DataSource;
  /** Through GraphQL, as the gateway would call it. */
  readonly execute: (query: string, variables?: HarnessVariables) => Promise<ExecutionResult<Data>>;
  /** The SQL statements that one piece of work cost, transactions' BEGIN and COMMIT apart. */
  readonly sqlOf: (work: () => Promise<unknown>) => Promise<string[]>;
  /** Lets another service tell something, as if through its change feed. */
  readonly tell: (source: string, ...changes: Told[]) => Promise<void>;
  /** What the service's jobs have sent since the file began. */
  readonly mails: readonly Mail[];
  /** What the service's own feed tells now, of one type. */
  readonly told: (type: string) => Promise<readonly Change[]>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test knows what it asked for
type Data = any;

interface Told {
  readonly type: string;
  readonly id: string;
  /** Null for "is gone". */
  readonly payload: object | null;
}

/** A real Postgres schema of its own, the whole service, no HTTP. Call once in a test file. */
export function createHarness(definition: ServiceDefinition): Harness {
  const statements: string[] = [];
  const sources = new Set(definition.replicas.map(({ source }) => source));
  const feeds = new Map([...sources].map((source) => [source, new FakeFeed(source)]));
  const mails: Mail[] = [];
  const service = openAround(definition, { feeds: [...feeds.values()], statements, mails });
  return {
    service,
    db: () => service().parts.db,
    execute: (query, variables) => execute(service(), query, variables),
    sqlOf: async (work) => {
      statements.length = 0;
      await work();
      return statements.filter((sql) => !/^(START TRANSACTION|COMMIT|ROLLBACK)/.test(sql));
    },
    tell: async (source, ...changes) => {
      const feed = feeds.get(source);
      if (!feed) throw new Error(`${definition.name} does not follow ${source}`);
      feed.tell(changes);
      await service().parts.feeds.catchUp(source);
    },
    mails,
    told: async (type) => {
      await untilTold(service().parts.db);
      const { changes } = await service().changesAfter(FROM_THE_START, 10_000);
      return changes.filter((change) => change.type === type);
    },
  };
}

/**
 * Until the feed tells all that its outbox holds. It waits for every transaction of the server that
 * began earlier, and other test files have theirs open on the same server.
 */
export async function untilTold(db: DataSource): Promise<void> {
  for (;;) {
    const [outbox] = await db.query<{ held: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM outbox WHERE txid >= pg_snapshot_xmin(pg_current_snapshot()))
         AS held`,
    );
    if (!outbox?.held) return;
    await setTimeout(5);
  }
}

interface Surroundings {
  readonly feeds: readonly ChangeFeed[];
  /** Every statement is added here. */
  readonly statements: string[];
  /** And every mail here. */
  readonly mails: Mail[];
}

/** Opens the service before all tests of the file, and takes its schema away after them. */
function openAround(definition: ServiceDefinition, surroundings: Surroundings) {
  const { statements } = surroundings;
  const schema = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  let opened: Service | null = null;
  beforeAll(async () => {
    opened = await openInSchema(definition, schema, surroundings);
    opened.parts.db.setOptions({ logging: true, logger: countInto(statements) });
    await definition.loadReference?.(opened.parts);
  });
  afterAll(async () => {
    await opened?.stop();
    await rm(join(tmpdir(), schema), { recursive: true, force: true });
    await admin(`DROP SCHEMA IF EXISTS ${schema}, ${jobSchemaOf(schema)} CASCADE`);
  });
  return (): Service => {
    if (!opened) throw new Error("The harness opens before all tests: use it inside of one");
    return opened;
  };
}

function execute(
  service: Service,
  query: string,
  { viewer = null, ...variables }: HarnessVariables = {},
): Promise<ExecutionResult<Data>> {
  const document = parse(query);
  const request = { requestId: "test", requestScope: {} };
  return service.execute({ ...request, document, query, variables, viewer });
}

async function openInSchema(
  definition: ServiceDefinition,
  schema: string,
  { feeds, mails }: Surroundings,
): Promise<Service> {
  await admin(`CREATE SCHEMA ${schema}`);
  const settings = { search_path: `${schema},extensions`, ...ROLE_SETTINGS };
  const mail = { send: (sent: Mail) => Promise.resolve(void mails.push(sent)) };
  const connection = { url: testDatabaseUrl(), settings, poolSize: 5 };
  const files = new FolderStorage(join(tmpdir(), schema));
  const options = { connection, feeds, log: testLog, mail, site: testSite, files };
  return openService(definition, options);
}

const testSite = siteOf(() => "https://convene.test", "a secret of the tests of one service alone");

/** One statement as the owner of the database. */
async function admin(statement: string): Promise<void> {
  const client = new Client({ connectionString: testDatabaseUrl() });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** An unexpected error fails the test that reads the answer; here its cause is shown. */
const testLog = {
  info: () => undefined,
  error: (details: object, message: string) => {
    process.stderr.write(`${message}: ${inWords(details)}\n`);
  },
};

const inWords = (details: object): string =>
  "err" in details && details.err instanceof Error
    ? (details.err.stack ?? details.err.message)
    : JSON.stringify(details);

function countInto(statements: string[]): Logger {
  const nothing = () => undefined;
  return {
    logQuery: (sql: string) => void statements.push(sql),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
}
