import { whereSql } from "@convene/shared/connection/list";
import { today } from "@convene/shared/today";
import type { Viewer } from "@convene/shared/viewer";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { networkAtIsVisible } from "../network/network.repository.ts";
import { holdsOn } from "../period/period.repository.ts";
import { organisationAtIsVisible } from "../organisation/organisation.repository.ts";
import { personAtIsVisible } from "../person/person.repository.ts";
import type { NetworkMember } from "./network-member.entity.ts";

/** Whether the viewer sees who belongs by membership `t`. */
export function memberIsVisible(viewer: Viewer | null): Sql {
  const person = personAtIsVisible(viewer, "t.person_id");
  return sql`(${organisationAtIsVisible(viewer, "t.organisation_id")}
    OR ${person === empty ? sql`t.person_id IS NOT NULL` : person})`;
}

/** Both ends of membership `t` are there for the viewer. */
export const membershipVisibleTo = (viewer: Viewer | null): Sql[] => [
  networkAtIsVisible(viewer, "t.network_id"),
  memberIsVisible(viewer),
];

/** The organisations that belong to a network today, in whatever role. */
export async function organisationsIn(manager: EntityManager, network: string): Promise<string[]> {
  const { text, values } = sql`SELECT t.organisation_id AS id FROM network_member AS t
    WHERE t.network_id = ${network} AND t.organisation_id IS NOT NULL AND ${holdsOn("t", today())}`;
  const rows: { id: string }[] = await manager.query(text, values);
  return rows.map(({ id }) => id);
}

/** Which of the organisations belonged to a network before, and do not today. */
export async function organisationsThatLeft(
  manager: EntityManager,
  network: string,
  organisations: readonly string[],
): Promise<string[]> {
  const { text, values } = sql`SELECT t.organisation_id AS id FROM network_member AS t
    WHERE t.network_id = ${network} AND t.organisation_id = ANY(${organisations}::text[])
      AND t.start_date <= ${today()}
    GROUP BY t.organisation_id HAVING NOT bool_or(${holdsOn("t", today())})`;
  const rows: { id: string }[] = await manager.query(text, values);
  return rows.map(({ id }) => id);
}

export interface Belonging {
  readonly network: string;
  readonly organisation: string;
}

/** Whether an organisation belongs to a network today, in whatever role. */
export async function belongs(
  manager: EntityManager,
  { network, organisation }: Belonging,
): Promise<boolean> {
  const { text, values } = sql`SELECT 1 FROM network_member AS t
    WHERE t.network_id = ${network} AND t.organisation_id = ${organisation}
      AND ${holdsOn("t", today())} LIMIT 1`;
  const found: unknown[] = await manager.query(text, values);
  return found.length > 0;
}

/** Whether it belongs by another membership, in the same role, at some time of this one. */
export async function overlaps(manager: EntityManager, member: NetworkMember): Promise<boolean> {
  const { text, values } = sql`SELECT 1 FROM network_member AS t ${whereSql([
    sql`t.id <> ${member.id} AND t.network_id = ${member.networkId} AND t.role = ${member.role}`,
    sql`COALESCE(t.organisation_id, t.person_id) = ${member.organisationId ?? member.personId}`,
    sql`daterange(t.start_date, t.end_date) && daterange(${member.startDate}::date, ${member.endDate}::date)`,
  ])}`;
  const found: unknown[] = await manager.query(text, values);
  return found.length > 0;
}
