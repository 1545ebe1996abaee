import { whereSql } from "@convene/shared/connection/list";
import type { Transaction } from "@convene/shared/database/transaction";
import { notFound } from "@convene/shared/errors";
import { facetSql, numberFacet, valueFacet } from "@convene/shared/facet/facet-sql";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import { WorkingGroup } from "./working-group.entity.ts";
import type { WorkingGroupFilter } from "./working-group.inputs.ts";
import { canSeeGroup } from "./working-group.policy.ts";

/** The rule of `canSeeGroup`, as a condition on rows. Empty for who may see everything. */
export function groupVisibleTo(viewer: Viewer | null, alias = "t"): Sql {
  const byAudience = visibleTo(viewer, protectionOf(alias));
  if (byAudience === empty) return empty;
  const seated = viewer?.groups.map(({ id }) => id) ?? [];
  const governed = viewer?.networks.filter(({ role }) => role === "SECRETARIAT") ?? [];
  const led = viewer?.groups.filter(({ role }) => role === "CO_LEAD").map(({ id }) => id) ?? [];
  return sql`(${byAudience} OR ${raw(alias)}.id = ANY(${led}::text[])
    OR (${raw(alias)}.id = ANY(${seated}::text[]) AND ${raw(alias)}.audience <> 'TAKEN_DOWN')
    OR ${raw(alias)}.network_id = ANY(${governed.map(({ id }) => id)}::text[]))`;
}

/**
 * The group, locked: whoever changes it or its seats follows whoever came before.
 *
 * @throws NOT_FOUND when it is missing or hidden.
 */
export async function lockGroup(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<WorkingGroup> {
  const group = await tx.lock(WorkingGroup, id);
  if (!group || !canSeeGroup(viewer, group)) throw notFound("WorkingGroup", id);
  return group;
}

/** A filter as conditions on groups `t`. Networks that are hidden from the viewer match nothing. */
export function filterSql(
  viewer: Viewer | null,
  filter: WorkingGroupFilter | null | undefined,
): Sql[] {
  if (!filter) return [];
  const { states, objectives, networks, codes } = filter;
  const standing = { some: (ids: string[]) => standsIn(viewer, ids) };
  return [
    valueFacet("filter.states", "t.state", states),
    numberFacet("filter.objectives", { column: "t.objective_numbers", upTo: 23 }, objectives),
    facetSql("filter.networks", standing, networks),
    facetSql("filter.codes", { some: isCalled }, codes),
  ];
}

const isCalled = (codes: readonly string[]): Sql =>
  sql`lower(t.code) = ANY(SELECT lower(code) FROM unnest(${codes}::text[]) AS code)`;

const standsIn = (viewer: Viewer | null, networks: readonly string[]): Sql =>
  sql`t.network_id IN (SELECT n.id FROM network AS n ${whereSql([
    sql`n.id = ANY(${networks}::text[])`,
    visibleTo(viewer, protectionOf("n")),
  ])})`;
