import "reflect-metadata";
import {
  DataSource,
  type DataSourceOptions,
  type EntitySchema,
  type MigrationInterface,
} from "typeorm";
import { CancellingClient } from "./cancelling-client.ts";
import { Foundation1700000000000 } from "./migrations/1700000000000-foundation.ts";
import { Audit1700000000010 } from "./migrations/1700000000010-audit.ts";
import { AuditKeyEnds1700000000020 } from "./migrations/1700000000020-audit-key-ends.ts";
import { SnakeNaming } from "./naming.ts";
import { STATEMENT_TIMEOUT } from "./provision.ts";
import { READING } from "./text-array.ts";

type Class<T> = new (...parameters: never[]) => T;

export interface TablesOfService {
  /** The service's name, such as `working-groups`. */
  readonly name: string;
  readonly entities: readonly (Class<object> | EntitySchema)[];
  readonly migrations: readonly Class<MigrationInterface>[];
}

/** What every service has, whatever else its own migrations make. */
export const OWN_MIGRATIONS = [
  Foundation1700000000000,
  Audit1700000000010,
  AuditKeyEnds1700000000020,
] as const;

export interface Connection {
  readonly url: string;
  /** Only for tests: the service's own role sets its search path and the like otherwise. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Connections held at the most. */
  readonly poolSize?: number;
  /** Milliseconds after which Postgres gives a statement up. */
  readonly statementTimeout?: number;
}

/** The tables of one service, in whichever schema the connection's search path names first. */
export function createDataSource(tables: TablesOfService, connection: Connection): DataSource {
  const { url, settings, poolSize = 10, statementTimeout = STATEMENT_TIMEOUT } = connection;
  const options: DataSourceOptions = {
    type: "postgres",
    url,
    applicationName: `convene-${tables.name}`,
    namingStrategy: new SnakeNaming(),
    entities: [...tables.entities],
    migrations: [...OWN_MIGRATIONS, ...tables.migrations],
    migrationsTableName: "migration",
    migrationsTransactionMode: "each",
    installExtensions: false,
    poolSize,
    extra: {
      Client: CancellingClient,
      types: READING,
      statement_timeout: statementTimeout,
      ...(settings && { options: optionsOf(settings) }),
    },
  };
  return new DataSource(options);
}

/** Settings as the options of a connection. */
export const optionsOf = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
