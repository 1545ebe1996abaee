import type { DataSource } from "typeorm";
import { attachAudit } from "../audit/audit-triggers.ts";
import { attachLive } from "../live/live-tables.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** The tables were written by a later version than this one. Nothing was changed. */
export class NewerDataError extends Error {
  override readonly name = "NewerDataError";
}

async function refuseNewer(name: string, db: DataSource): Promise<void> {
  const [table] = await db.query<{ found: string | null }[]>(
    "SELECT to_regclass('migration') AS found",
  );
  if (table?.found == null) return;
  const done: { name: string }[] = await db.query("SELECT name FROM migration");
  const known = new Set(
    db.migrations.map((migration) => migration.name ?? migration.constructor.name),
  );
  const unknown = done.filter((migration) => !known.has(migration.name));
  if (unknown.length > 0) {
    throw new NewerDataError(
      `The data of ${name} was written by a newer version of Convene (${unknown.map((migration) => migration.name).join(", ")}): start that one.`,
    );
  }
}

/**
 * Of several processes that open the same tables at the same moment, one after the other. The lock
 * ends with its connection, so that nobody waits for one that was killed.
 */
async function oneAtATime(db: DataSource, work: () => Promise<void>): Promise<void> {
  await db.transaction(async (manager) => {
    await manager.query("SET LOCAL statement_timeout = 0");
    await manager.query(
      "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/migrate', 0))",
    );
    await work();
  });
}

/** Brings the tables to this version, and lets the audit log see what is written to them. */
export const prepareTables = (definition: ServiceDefinition, db: DataSource): Promise<void> =>
  oneAtATime(db, async () => {
    await refuseNewer(definition.name, db);
    await db.runMigrations();
    await attachAudit(db, definition.audit ?? {});
    await attachLive(db, definition.name, definition.live ?? {});
  });
