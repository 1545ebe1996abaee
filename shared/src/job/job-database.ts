import type { ClientBase } from "pg";
import type PgBoss from "pg-boss";
import type { DataSource, EntityManager, QueryRunner } from "typeorm";

/** The schema is there; to make one is a right that a service's role does not have. */
const MAKES_SCHEMA = /CREATE SCHEMA IF NOT EXISTS \w+\s*;/;

/** What its plans stand in: a transaction of their own, with settings of its own. */
const MAKES_TRANSACTION = /^\s*(?:BEGIN|COMMIT|SET LOCAL [^;]*);/gm;

/** pg-boss on a connection of its own, for as long as its tables are being made. */
export const overClient = (client: ClientBase): PgBoss.Db => ({
  executeSql: (text, values) => client.query<object>(text.replace(MAKES_SCHEMA, ""), values),
});

/** The same in a transaction that is open, which goes on. */
export const withinTransaction = (client: ClientBase): PgBoss.Db => ({
  executeSql: (text, values) =>
    client.query<object>(text.replace(MAKES_SCHEMA, "").replace(MAKES_TRANSACTION, ""), values),
});

/** pg-boss in the service's pool of connections. */
export const overPool = (db: DataSource): PgBoss.Db => ({
  executeSql: async (text, values: unknown[] | undefined) => {
    const runner = db.createQueryRunner();
    try {
      return await rowsOf(runner, text, values);
    } catch (error) {
      // Some of its statements are transactions in one text, which the failure has left open.
      await runner.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  },
});

/** pg-boss in a transaction that is open. */
export const overTransaction = ({ queryRunner }: EntityManager): PgBoss.Db => ({
  executeSql: (text, values: unknown[] | undefined) => {
    if (!queryRunner) throw new Error("A job is enqueued in the transaction that causes it");
    return rowsOf(queryRunner, text, values);
  },
});

async function rowsOf(runner: QueryRunner, text: string, values: unknown[] | undefined) {
  const { records } = await runner.query(text, values, true);
  return { rows: records as object[] };
}
