import type { Transaction } from "@convene/shared/database/transaction";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { holdsOn } from "../period/period.repository.ts";
import { publishOrganisations } from "../organisation/organisation.feed.ts";
import { publishPeople } from "../person/person.feed.ts";
import { today } from "@convene/shared/today";

/** Whose roles or memberships have begun or ended. */
export interface Concerned {
  readonly organisations?: readonly string[];
  readonly people?: readonly string[];
}

/**
 * Where organisations and people stand today: in which networks, and people in which organisations.
 * These are kept on their own rows, because who may see them is decided by them, and told to the
 * other services. Rows are locked before their standing is read, so that of two changes at once the
 * later sees the earlier.
 */
export async function refreshStanding(
  tx: Transaction,
  { organisations = [], people = [] }: Concerned,
): Promise<void> {
  const moved = await refreshOrganisations(tx.manager, [...organisations]);
  await publishOrganisations(tx, moved);
  const theirs = await idsOf(
    tx.manager,
    sql`SELECT DISTINCT r.person_id AS id FROM role AS r
      WHERE r.organisation_id = ANY(${moved}::text[]) AND r.person_id IS NOT NULL`,
  );
  await publishPeople(tx, await refreshPeople(tx.manager, [...people, ...theirs]));
}

/** All whose standing has changed by the mere passing of time, such as by a role that ran out. */
export async function refreshAllStandings(tx: Transaction): Promise<void> {
  const stale = sql`SELECT o.id FROM organisation AS o WHERE o.networks <> ${NETWORKS()}`;
  const organisations = await idsOf(tx.manager, stale);
  const people = await idsOf(tx.manager, stalePeople());
  await refreshStanding(tx, { organisations, people });
}

async function refreshOrganisations(manager: EntityManager, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  await idsOf(manager, lock("organisation", ids));
  return idsOf(
    manager,
    sql`WITH moved AS (
      UPDATE organisation AS o SET networks = ${NETWORKS()}
      WHERE o.id = ANY(${ids}::text[]) AND o.networks <> ${NETWORKS()} RETURNING o.id
    ) SELECT id FROM moved`,
  );
}

async function refreshPeople(manager: EntityManager, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  await idsOf(manager, lock("person", ids));
  return idsOf(
    manager,
    sql`WITH moved AS (
      UPDATE person AS p SET role_organisations = now.role_organisations,
        organisations = now.organisations, networks = now.networks
      FROM (${peopleNow(sql`p.id = ANY(${ids}::text[])`)}) AS now
      WHERE p.id = now.id AND ${HAS_MOVED} RETURNING p.id
    ) SELECT id FROM moved`,
  );
}

/** Of the organisation `o`. */
const NETWORKS = (): Sql => sql`ARRAY(
  SELECT DISTINCT m.network_id FROM network_member AS m
  WHERE m.organisation_id = o.id AND ${holdsOn("m", today())} ORDER BY m.network_id)`;

/** What the rows of people `p` should say. */
const peopleNow = (which: Sql): Sql => sql`
  SELECT p.id, held.organisations AS role_organisations,
    ARRAY(SELECT unnest(held.organisations) UNION
      SELECT p.keeper_id WHERE p.keeper_id IS NOT NULL ORDER BY 1) AS organisations,
    ARRAY(SELECT DISTINCT m.network_id FROM network_member AS m
      WHERE (m.person_id = p.id OR m.organisation_id = ANY(held.organisations))
        AND ${holdsOn("m", today())} ORDER BY m.network_id) AS networks
  FROM person AS p
  CROSS JOIN LATERAL (SELECT ARRAY(
    SELECT DISTINCT r.organisation_id FROM role AS r
    WHERE r.person_id = p.id AND ${holdsOn("r", today())} ORDER BY r.organisation_id
  ) AS organisations) AS held
  WHERE ${which}`;

const HAS_MOVED = sql`(p.role_organisations, p.organisations, p.networks)
  IS DISTINCT FROM (now.role_organisations, now.organisations, now.networks)`;

const stalePeople = (): Sql => sql`SELECT p.id FROM person AS p
  JOIN (${peopleNow(sql`true`)}) AS now ON now.id = p.id WHERE ${HAS_MOVED}`;

const lock = (table: "organisation" | "person", ids: string[]): Sql =>
  table === "person"
    ? sql`SELECT id FROM person WHERE id = ANY(${ids}::text[]) ORDER BY id FOR UPDATE`
    : sql`SELECT id FROM organisation WHERE id = ANY(${ids}::text[]) ORDER BY id FOR UPDATE`;

async function idsOf(manager: EntityManager, { text, values }: Sql): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(text, values);
  return rows.map(({ id }) => id);
}
