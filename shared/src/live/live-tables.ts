import type { EntityManager } from "typeorm";
import { LIVE_CHANNEL } from "./live-source.ts";

/** Of each table, the column with the id of what has changed when a row of it is written. */
export type LiveTables = Readonly<Record<string, string>>;

type Db = Pick<EntityManager, "query">;

const FUNCTION = `
  CREATE OR REPLACE FUNCTION live_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE earlier jsonb; later jsonb;
  BEGIN
    IF TG_OP <> 'INSERT' THEN earlier := to_jsonb(OLD); END IF;
    IF TG_OP <> 'DELETE' THEN later := to_jsonb(NEW); END IF;
    IF earlier = later THEN RETURN NULL; END IF;
    PERFORM pg_notify('${LIVE_CHANNEL}', TG_ARGV[0] || ' ' || told.id)
      FROM (VALUES (earlier ->> TG_ARGV[1]), (later ->> TG_ARGV[1])) AS told (id)
      WHERE told.id IS NOT NULL;
    RETURN NULL;
  END $$`;

const IN_PLACE = `
  SELECT c.relname || '.' || t.tgname AS name
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = current_schema() AND t.tgname LIKE 'live\\_%'`;

/**
 * Whatever writes to these tables tells of it, in its own transaction, so that no rule can forget
 * to. What is in place already stays as it is.
 */
export async function attachLive(db: Db, service: string, tables: LiveTables): Promise<void> {
  const wanted = Object.entries(tables);
  if (wanted.length === 0) return;
  const rows: { name: string }[] = await db.query(IN_PLACE);
  const inPlace = new Set(rows.map(({ name }) => name));
  const missing = wanted.filter(([table, column]) => !inPlace.has(`${table}.live_${column}`));
  if (missing.length === 0) return;
  await db.query(FUNCTION);
  for (const [table, column] of missing) {
    await db.query(
      `CREATE TRIGGER "live_${column}" AFTER INSERT OR UPDATE OR DELETE ON "${table}"
       FOR EACH ROW EXECUTE FUNCTION live_changed('${service}', '${column}')`,
    );
  }
}
