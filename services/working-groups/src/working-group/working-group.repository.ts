import { whereSql } from "@convene/shared/connection/list";
import type { Transaction } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import { facetSql, numberFacet, valueFacet } from "@convene/shared/facet/facet-sql";
import type { GroupRole, Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { EntityTarget, FindOptionsWhere } from "typeorm";
import { WorkingGroup } from "./working-group.entity.ts";
import type { WorkingGroupFilter } from "./working-group.inputs.ts";
import { canEditGroup, canSeeGroup } from "./working-group.policy.ts";

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

/**
 * The group, locked, for who may edit it.
 *
 * @throws NOT_FOUND when it is missing or hidden, FORBIDDEN when the viewer may not edit it.
 */
export async function lockGroupToEdit(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<WorkingGroup> {
  const group = await lockGroup(tx, viewer, id);
  requireEditor(viewer, group);
  return group;
}

export function requireEditor(viewer: Viewer, group: WorkingGroup): void {
  if (!canEditGroup(viewer, group)) throw forbidden("Only its co-leads and secretariat may");
}

/** What a group has: its milestones, say. */
interface OfGroup {
  id: string;
  groupId: string;
}

interface InGroup<T extends OfGroup> {
  readonly entity: EntityTarget<T>;
  /** As the graph calls it. */
  readonly type: string;
  readonly id: string;
  /** Whether the viewer must be allowed to edit the group. */
  readonly edit?: boolean;
}

/**
 * What a group has, and the group, locked, the group first.
 *
 * @throws NOT_FOUND when it is missing, or its group is hidden.
 */
export async function lockInGroup<T extends OfGroup>(
  tx: Transaction,
  viewer: Viewer,
  { entity, type, id, edit = false }: InGroup<T>,
): Promise<{ row: T; group: WorkingGroup }> {
  const found = await tx.manager.findOneBy(entity, { id } as FindOptionsWhere<T>);
  const group = found && (await tx.lock(WorkingGroup, found.groupId));
  const row = group && (await tx.lock(entity, id));
  if (!row || !canSeeGroup(viewer, group)) throw notFound(type, id);
  if (edit) requireEditor(viewer, group);
  return { row, group };
}

/** Rows `t` of groups in which the viewer has one of the roles, or whose secretariat they are. */
export function ofGroupsOf(viewer: Viewer | null, roles: readonly GroupRole[]): Sql {
  const held = viewer?.groups.filter(({ role }) => roles.includes(role)) ?? [];
  const governed = viewer?.networks.filter(({ role }) => role === "SECRETARIAT") ?? [];
  return sql`(t.group_id = ANY(${held.map(({ id }) => id)}::text[])
    OR EXISTS (SELECT FROM working_group AS g WHERE g.id = t.group_id
      AND g.network_id = ANY(${governed.map(({ id }) => id)}::text[])))`;
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
