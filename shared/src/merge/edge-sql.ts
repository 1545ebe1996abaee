import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { namesOf } from "../removal/survey.ts";
import type { Edges, Pair } from "./merging.ts";

/** How the database calls edges. All names are ours, from the entities. */
export interface EdgePlace {
  readonly table: Sql;
  /** With the alias `t`. */
  readonly columns: readonly Sql[];
  /** The same without it, for `SET`. */
  readonly names: readonly Sql[];
  /** One text for each row: its key, or a JSON array of its keys. */
  readonly key: Sql;
}

export function placeOf(manager: EntityManager, { entity, properties, key }: Edges): EdgePlace {
  const { table, column } = namesOf(manager, entity);
  const names = properties.map((property) => raw(`"${column(property)}"`));
  const keys = (key ?? ["id"]).map((property) => raw(`t."${column(property)}"`));
  const [only, ...more] = keys;
  return {
    table: raw(`"${table}"`),
    columns: names.map((name) => sql`t.${name}`),
    names,
    key: only && more.length === 0 ? only : sql`jsonb_build_array(${join(keys)})::text`,
  };
}

/** Whether a row `t` names this organisation. */
export const naming = ({ columns }: EdgePlace, id: string): Sql =>
  sql`(${join(
    columns.map((column) => sql`${column} = ${id}`),
    " OR ",
  )})`;

/** Whether a row `t` that names the one that goes stays as it is. */
export function staying(edges: Edges, place: EdgePlace, pair: Pair): Sql {
  const between = place.columns.length > 1 ? naming(place, pair.into) : empty;
  const like = edges.stays?.(pair) ?? empty;
  const reasons = [between, like].filter((reason) => reason !== empty);
  // A property may be null, and so may what is said of it.
  return reasons.length > 0 ? sql`coalesce(${join(reasons, " OR ")}, false)` : sql`false`;
}

/** One organisation in the place of another, wherever a row names it. */
export const replacing = ({ names, columns }: EdgePlace, old: string, now: string): Sql =>
  join(
    names.map((name, index) => {
      const column = columns[index] ?? name;
      return sql`${name} = CASE WHEN ${column} = ${old} THEN ${now} ELSE ${column} END`;
    }),
  );
