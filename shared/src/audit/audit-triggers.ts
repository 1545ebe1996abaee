import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { type AuditRules, isApart, ruleOf } from "./audit-rules.ts";

type Db = Pick<EntityManager, "query">;

/** In the catalogue, beside its triggers of ours by name. */
interface FoundTable {
  readonly name: string;
  readonly triggers: readonly string[];
}

const TABLES = `
  SELECT c.relname AS name, (SELECT coalesce(array_agg(t.tgname::text), '{}') FROM pg_trigger t
      WHERE t.tgrelid = c.oid AND t.tgname LIKE 'audit\\_%') AS triggers
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = current_schema() AND c.relkind = 'r' ORDER BY 1`;

/**
 * Every table of the service that is not set apart is recorded from now on, and the log is only ever
 * added to. What is in place already stays as it is.
 */
export async function attachAudit(db: Db, rules: AuditRules): Promise<void> {
  const tables: FoundTable[] = await db.query(TABLES);
  const changes = tables.flatMap((table) => {
    const wanted = wantedOf(table.name, rules);
    const isAsWanted =
      wanted.size === table.triggers.length && table.triggers.every((name) => wanted.has(name));
    if (isAsWanted) return [];
    const dropped = table.triggers.map((name) => `DROP TRIGGER "${name}" ON "${table.name}"`);
    return [...dropped, ...wanted.values()];
  });
  if (changes.length > 0) await db.query(changes.join(";\n"));
}

/** The triggers of a table by their names, which change with what they are told. */
function wantedOf(table: string, rules: AuditRules): Map<string, string> {
  if (table === "audit_record") return guards(table, "UPDATE OR DELETE OR TRUNCATE");
  if (table === "audit_pending") return guards(table, "UPDATE OR TRUNCATE");
  if (isApart(rules, table)) return new Map();
  const { unrecorded = [], ends = [] } = ruleOf(rules, table);
  const told = [unrecorded, ends].map((columns) => `'{${columns.join(",")}}'`).join(", ");
  const version = createHash("sha256").update(told).digest("hex").slice(0, 8);
  const seen = { insert: LATER, update: `${EARLIER} ${LATER}`, delete: EARLIER };
  return new Map(
    Object.entries(seen).map(([verb, rows]) => {
      const name = `audit_${verb}_${version}`;
      return [
        name,
        `CREATE TRIGGER "${name}" AFTER ${verb.toUpperCase()} ON "${table}" REFERENCING ${rows}
         FOR EACH STATEMENT EXECUTE FUNCTION audit_written(${told})`,
      ];
    }),
  );
}

const EARLIER = "OLD TABLE AS earlier_rows";
const LATER = "NEW TABLE AS later_rows";

const guards = (table: string, events: string): Map<string, string> =>
  new Map([
    [
      "audit_guard",
      `CREATE TRIGGER audit_guard BEFORE ${events} ON "${table}"
       FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()`,
    ],
  ]);
