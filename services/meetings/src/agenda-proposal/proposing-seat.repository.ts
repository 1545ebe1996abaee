import type { EntityManager } from "typeorm";

/** The organisations whose seats in a group somebody fills now. */
export async function seatsFilledBy(
  manager: EntityManager,
  group: string,
  person: string,
): Promise<string[]> {
  const rows = await manager.query<{ organisation: string }[]>(
    `SELECT DISTINCT organisation_id AS organisation FROM seat_replica
     WHERE group_id = $1 AND (delegate_id = $2 OR alternate_id = $2)
       AND start_date <= current_date AND (end_date IS NULL OR end_date > current_date)`,
    [group, person],
  );
  return rows.map(({ organisation }) => organisation);
}

/** Who leads a group now, by the seats: delegates and alternates. */
export async function coLeadsOf(manager: EntityManager, group: string): Promise<string[]> {
  const rows = await manager.query<{ person: string }[]>(
    `SELECT DISTINCT person FROM seat_replica
     CROSS JOIN LATERAL unnest(ARRAY[delegate_id, alternate_id]) AS filled (person)
     WHERE group_id = $1 AND role = 'CO_LEAD' AND person IS NOT NULL
       AND start_date <= current_date AND (end_date IS NULL OR end_date > current_date)
     ORDER BY person`,
    [group],
  );
  return rows.map(({ person }) => person);
}
