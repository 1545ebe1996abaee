import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";

/** The rule of `canSeeConvened`, as a condition on the rows of a table under its alias. */
export function visibleConvened(viewer: Viewer | null, alias = "t"): Sql {
  const columns = protectionOf(alias);
  const visible = visibleTo(viewer, columns);
  if (visible === empty || viewer === null) return visible;
  const convenerVisible = visibleTo(viewer, { ...columns, audience: `${alias}.convener_audience` });
  const takenDown = sql`${raw(alias)}.audience = 'TAKEN_DOWN'`;
  return sql`(${visible}
    OR (${convenerVisible} AND ${sitting(viewer, alias)} AND NOT ${takenDown})
    OR (${takenDown} AND ${convening(viewer, alias)}))`;
}

/** The rule of `canConvene`; of administrators there is nothing to ask. */
export function convening(viewer: Viewer | null, alias: string): Sql {
  const led = viewer?.groups.filter(({ role }) => role === "CO_LEAD") ?? [];
  const governed = viewer?.networks.filter(({ role }) => role === "SECRETARIAT") ?? [];
  return sql`(${raw(alias)}.group_id = ANY(${led.map(({ id }) => id)}::text[])
    OR ${raw(alias)}.network_id = ANY(${governed.map(({ id }) => id)}::text[]))`;
}

/** The rule of `sitsThere`. */
export function sitting(viewer: Viewer, alias: string): Sql {
  const group = raw(`${alias}.group_id`);
  const network = raw(`${alias}.network_id`);
  const networks = viewer.networks.map(({ id }) => id);
  const secretariats = viewer.networks.filter(({ role }) => role === "SECRETARIAT");
  return sql`(${group} = ANY(${viewer.groups.map(({ id }) => id)}::text[])
    OR (${group} IS NULL AND ${network} = ANY(${networks}::text[]))
    OR ${network} = ANY(${secretariats.map(({ id }) => id)}::text[]))`;
}
