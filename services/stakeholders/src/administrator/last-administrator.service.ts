import type { Transaction } from "@convene/shared/database/transaction";
import { conflict } from "@convene/shared/errors";
import { Not } from "typeorm";
import { Administrator } from "./administrator.replica.ts";

const HOLD =
  "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/administrators', 0))";

/**
 * With a person goes their account, and somebody must be left to give roles. Of two administrators
 * who are erased at once, the second is refused: the first is taken off the list here already.
 *
 * @throws CONFLICT where theirs is the account of the only administrator
 */
export async function giveUpAdministrator(
  { manager }: Transaction,
  personId: string,
): Promise<void> {
  await manager.query(HOLD);
  if (!(await manager.existsBy(Administrator, { personId }))) return;
  if (!(await manager.existsBy(Administrator, { personId: Not(personId) }))) {
    throw conflict("They are the only administrator: make another one first", { field: "id" });
  }
  await manager.delete(Administrator, { personId });
}
