import { today } from "@convene/shared/today";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { holdsOn } from "../period/period.repository.ts";

const isOwner = () =>
  sql`r.access = 'OWNER' AND r.person_id IS NOT NULL AND ${holdsOn("r", today())}`;

/** Which of the organisations somebody owns today. */
export async function owned(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const { text, values } = sql`SELECT DISTINCT r.organisation_id AS id FROM role AS r
    WHERE r.organisation_id = ANY(${ids}::text[]) AND ${isOwner()}`;
  const rows: { id: string }[] = await manager.query(text, values);
  return rows.map(({ id }) => id);
}

/** The ids of the roles by which people own an organisation today. */
export async function ownerRoles(manager: EntityManager, organisation: string): Promise<string[]> {
  const { text, values } = sql`SELECT r.id FROM role AS r
    WHERE r.organisation_id = ${organisation} AND ${isOwner()}`;
  const rows: { id: string }[] = await manager.query(text, values);
  return rows.map(({ id }) => id);
}
