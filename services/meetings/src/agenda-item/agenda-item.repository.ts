import { conflict } from "@convene/shared/errors";
import type { EntityManager } from "typeorm";
import { AgendaItem } from "./agenda-item.entity.ts";

/** @throws CONFLICT where minutes, decisions or actions are recorded of it: they would be lost */
export async function deleteUnrecorded(manager: EntityManager, id: string): Promise<void> {
  const [row] = await manager.query<{ recorded: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM minutes_entry WHERE item_id = $1)
       OR EXISTS (SELECT 1 FROM decision WHERE item_id = $1)
       OR EXISTS (SELECT 1 FROM action WHERE item_id = $1) AS recorded`,
    [id],
  );
  if (row?.recorded) throw conflict(`Minutes, decisions or actions are recorded of ${id}`);
  await manager.delete(AgendaItem, { id });
}
