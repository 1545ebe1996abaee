import { whereSql } from "@convene/shared/connection/list";
import type { Transaction } from "@convene/shared/database/transaction";
import { notFound } from "@convene/shared/errors";
import type { GroupRole, Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { groupVisibleTo } from "../working-group/working-group.repository.ts";
import { Seat } from "./seat.entity.ts";
import { SeatRole } from "./seat.enum.ts";
import { canSeeSeat } from "./seat.policy.ts";

/** The rule of `isHeldOn`, as a condition on rows. */
export const heldOn = (day: string, alias = "t"): Sql =>
  sql`${raw(alias)}.start_date <= ${day}::date
    AND (${raw(alias)}.end_date IS NULL OR ${raw(alias)}.end_date > ${day}::date)`;

const withRole = (roles: readonly SeatRole[], alias = "t"): Sql =>
  sql`${raw(alias)}.role = ANY(${roles}::text[])`;

/** Seats whose organisation is known here, and shown to the viewer. */
export const byVisibleOrganisation = (viewer: Viewer | null): Sql =>
  sql`EXISTS (SELECT FROM organisation AS o ${whereSql([
    sql`o.id = t.organisation_id`,
    visibleTo(viewer, protectionOf("o")),
  ])})`;

/** Seats whose group is shown to the viewer. */
export const byVisibleGroup = (viewer: Viewer | null): Sql => {
  const visible = groupVisibleTo(viewer, "g");
  if (visible === empty) return empty;
  return sql`EXISTS (SELECT FROM working_group AS g WHERE g.id = t.group_id AND ${visible})`;
};

/** Of the seats that one organisation holds in one group on a day, in these roles, the oldest. */
export const oldestOfItsOwn = (day: string, roles: readonly SeatRole[]): Sql =>
  sql`${heldOn(day)} AND ${withRole(roles)} AND NOT EXISTS (SELECT FROM seat AS other ${whereSql([
    sql`other.group_id = t.group_id AND other.organisation_id = t.organisation_id`,
    sql`(other.start_date, other.id) < (t.start_date, t.id)`,
    heldOn(day, "other"),
    withRole(roles, "other"),
  ])})`;

/** Whether somebody leads the group on a day. */
export async function hasCoLeadOn(manager: EntityManager, groupId: string, day: string) {
  const { text, values } = sql`SELECT EXISTS (SELECT FROM seat AS t
    WHERE t.group_id = ${groupId} AND t.role = ${SeatRole.CO_LEAD} AND ${heldOn(day)}) AS led`;
  const [row] = await manager.query<{ led: boolean }[]>(text, values);
  return row?.led ?? false;
}

/** How many organisations hold a seat as members or co-leads on a day, or are to from a later one. */
export async function countVoices(manager: EntityManager, groupId: string, day: string) {
  const { text, values } = sql`SELECT count(DISTINCT t.organisation_id)::integer AS count
    FROM seat AS t WHERE t.group_id = ${groupId}
      AND ${withRole([SeatRole.CO_LEAD, SeatRole.MEMBER])}
      AND (t.end_date IS NULL OR t.end_date > ${day}::date)`;
  const [row] = await manager.query<{ count: number }[]>(text, values);
  return row?.count ?? 0;
}

/** Whether the organisation holds another seat there, on the same behalf, in any part of its time. */
export async function overlapsAnother(manager: EntityManager, seat: Seat): Promise<boolean> {
  const { text, values } = sql`SELECT EXISTS (SELECT FROM seat AS t
    WHERE t.group_id = ${seat.groupId} AND t.organisation_id = ${seat.organisationId}
      AND t.id <> ${seat.id}
      AND lower(coalesce(t.on_behalf_of, '')) = lower(${seat.onBehalfOf ?? ""})
      AND daterange(t.start_date, t.end_date)
        && daterange(${seat.startDate}::date, ${seat.endDate}::date)) AS taken`;
  const [row] = await manager.query<{ taken: boolean }[]>(text, values);
  return row?.taken ?? false;
}

/**
 * The seat and its group, locked, the group first.
 *
 * @throws NOT_FOUND when the seat is missing, or either of its ends is hidden.
 */
export async function lockSeat(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<{ seat: Seat; group: WorkingGroup }> {
  const found = await tx.manager.findOneBy(Seat, { id });
  const group = found && (await tx.lock(WorkingGroup, found.groupId));
  const seat = group && (await tx.lock(Seat, id));
  const organisation =
    seat && (await tx.manager.findOneBy(OrganisationReplica, { id: seat.organisationId }));
  if (!seat || !canSeeSeat(viewer, group, organisation)) throw notFound("Seat", id);
  return { seat, group };
}

interface HeldRole {
  readonly id: string;
  readonly role: GroupRole;
}

/**
 * The groups in which a person is delegate or alternate on a day, with the strongest role in each.
 * A seat whose organisation is gone gives nobody a role.
 */
export async function groupRolesOf(
  manager: EntityManager,
  person: string,
  day: string,
): Promise<HeldRole[]> {
  const { text, values } = sql`SELECT DISTINCT ON (t.group_id) t.group_id AS id, t.role
    FROM seat AS t JOIN organisation AS o ON o.id = t.organisation_id
    WHERE (t.delegate_id = ${person} OR t.alternate_id = ${person}) AND ${heldOn(day)}
    ORDER BY t.group_id, array_position(${Object.values(SeatRole)}::text[], t.role)`;
  return manager.query(text, values);
}

/**
 * Brings the protection of groups, of these or of all, in step with who holds a seat on a day.
 * Answers those that changed.
 */
export async function keepInStep(
  manager: EntityManager,
  day: string,
  groupIds?: readonly string[],
): Promise<string[]> {
  const { text, values } = sql`WITH held AS (
      SELECT g.id, ARRAY(SELECT DISTINCT t.organisation_id FROM seat AS t
        WHERE t.group_id = g.id AND ${heldOn(day)} ORDER BY 1) AS organisations
      FROM working_group AS g ${groupIds ? sql`WHERE g.id = ANY(${groupIds}::text[])` : empty}
    ), changed AS (
      UPDATE working_group AS g SET organisations = held.organisations FROM held
      WHERE g.id = held.id AND g.organisations <> held.organisations RETURNING g.id
    ) SELECT id FROM changed`;
  const rows: { id: string }[] = await manager.query(text, values);
  return rows.map(({ id }) => id);
}
