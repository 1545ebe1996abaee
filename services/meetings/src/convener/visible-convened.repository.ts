import type { Viewer } from "@convene/shared/viewer";
import { oneOfSql } from "@convene/shared/facet/facet-sql";
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
  return sql`(${ofGroups(alias, led)} OR ${ofNetworks(alias, governed)})`;
}

/** The rule of `sitsThere`. */
export function sitting(viewer: Viewer, alias: string): Sql {
  const secretariats = viewer.networks.filter(({ role }) => role === "SECRETARIAT");
  return sql`(${ofGroups(alias, viewer.groups)}
    OR (${raw(alias)}.group_id IS NULL AND ${ofNetworks(alias, viewer.networks)})
    OR ${ofNetworks(alias, secretariats)})`;
}

type Roles = readonly { readonly id: string }[];

const ofGroups = (alias: string, roles: Roles): Sql =>
  oneOfSql(
    `${alias}.group_id`,
    roles.map(({ id }) => id),
  );

const ofNetworks = (alias: string, roles: Roles): Sql =>
  oneOfSql(
    `${alias}.network_id`,
    roles.map(({ id }) => id),
  );
