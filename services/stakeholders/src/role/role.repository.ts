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

/** The people who own an organisation today. */
export async function ownersOf(manager: EntityManager, organisation: string): Promise<string[]> {
  const { text, values } = sql`SELECT DISTINCT r.person_id AS id FROM role AS r
    WHERE r.organisation_id = ${organisation} AND ${isOwner()}`;
  const rows: { id: string }[] = await manager.query(text, values);
  return rows.map(({ id }) => id);
}

/** Whether anybody has a role in an organisation, or had one: also who was erased since. */
export async function hadPeople(manager: EntityManager, organisation: string): Promise<boolean> {
  const { text, values } = sql`SELECT 1 FROM role AS r
    WHERE r.organisation_id = ${organisation} LIMIT 1`;
  const found: unknown[] = await manager.query(text, values);
  return found.length > 0;
}
