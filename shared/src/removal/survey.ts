import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { type Removable, writtenParts } from "./removable.ts";

export interface FoundRecord {
  readonly id: string;
  /** The title of its table. */
  readonly kind: string;
  readonly label: string | null;
  /** A digest of all that a person may have written in it. */
  readonly mark: string;
}

/** A record that names another one by its id. */
export interface Reference {
  readonly from: string;
  /** The title of the table of the one that names. */
  readonly kind: string;
  readonly to: string;
}

export interface Survey {
  /** Those of the ids that are here. */
  readonly found: readonly FoundRecord[];
  /** Whatever here names one of the ids, wherever that one is. */
  readonly references: readonly Reference[];
}

/** What of the ids is in these tables, and what refers to them. To be asked in a transaction. */
export async function survey(
  manager: EntityManager,
  tables: readonly Removable[],
  ids: readonly string[],
): Promise<Survey> {
  // A mark is made of texts, and an instant reads otherwise in each zone.
  await manager.query("SET LOCAL TIME ZONE 'UTC'");
  const found: FoundRecord[] = [];
  const references: Reference[] = [];
  for (const table of tables) {
    const kind = table.title;
    const rows: Omit<FoundRecord, "kind">[] = await manager.query(foundSql(manager, table), [ids]);
    found.push(...rows.map((row) => ({ ...row, kind })));
    const sql = referencesSql(manager, table);
    if (sql === "") continue;
    const named: Omit<Reference, "kind">[] = await manager.query(sql, [ids]);
    references.push(...named.map((row) => ({ ...row, kind })));
  }
  return { found, references };
}

/**
 * Without what is null, so that a column which a later version adds, empty at first, changes no mark.
 */
function foundSql(manager: EntityManager, removable: Removable) {
  const { entity, label, derived } = removable;
  const { table, column } = namesOf(manager, entity);
  const withParts = writtenParts(removable).map((part) => {
    const { table: partTable, column: partColumn } = namesOf(manager, part.entity);
    return `|| jsonb_build_object('${partTable}', (
      SELECT jsonb_agg(to_jsonb(p) ORDER BY to_jsonb(p)::text) FROM "${partTable}" AS p
      WHERE p."${partColumn(part.owner)}" = t.id))`;
  });
  const left = derived.map((name) => `'${column(name)}'`).join(", ");
  return `SELECT t.id, ${label === undefined ? "NULL" : `t."${column(label)}"`} AS label,
      md5(jsonb_strip_nulls((to_jsonb(t) - ARRAY[${left}]::text[]) ${withParts.join(" ")})::text)
        AS mark
    FROM "${table}" AS t WHERE t.id = ANY($1::text[]) ORDER BY t.id`;
}

/** A query for each column, so that each may use its index. */
function referencesSql(manager: EntityManager, removable: Removable) {
  const { entity, refersBy } = removable;
  const own = { entity, owner: "id", refersBy };
  return [own, ...writtenParts(removable)]
    .flatMap((one) => {
      const { table, column } = namesOf(manager, one.entity);
      return one.refersBy.map(
        (name) => `SELECT "${column(one.owner)}" AS "from", "${column(name)}" AS "to"
          FROM "${table}" WHERE "${column(name)}" = ANY($1::text[])`,
      );
    })
    .join(" UNION ");
}

/** How the database calls an entity and its properties. */
export function namesOf(manager: EntityManager, entity: EntityTarget<ObjectLiteral>) {
  const metadata = manager.dataSource.getMetadata(entity);
  return {
    table: metadata.tableName,
    column: (property: string): string => {
      const column = metadata.findColumnWithPropertyName(property);
      if (!column) throw new Error(`${metadata.name} has no property ${property}`);
      return column.databaseName;
    },
  };
}
