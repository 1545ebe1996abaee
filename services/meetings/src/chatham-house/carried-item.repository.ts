import type { EntityManager } from "typeorm";

/**
 * Puts under the rule what has gone on to later meetings of these items, however far: it is the same
 * item there, by the same presenter. Answers the ids.
 */
export async function confideCarried(
  manager: EntityManager,
  itemIds: readonly string[],
): Promise<string[]> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `WITH RECURSIVE later AS (
       SELECT id FROM agenda_item WHERE carried_from_id = ANY($1::text[])
       UNION SELECT t.id FROM agenda_item AS t JOIN later ON t.carried_from_id = later.id)
     UPDATE agenda_item SET chatham_house = true WHERE id IN (SELECT id FROM later) RETURNING id`,
    [[...itemIds]],
  );
  return rows.map(({ id }) => id);
}
