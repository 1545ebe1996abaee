import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { InputCall } from "./input-call.entity.ts";

/** Tells which calls there are, and whom they ask: not what is answered. */
export const publishCalls = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "InputCall", ids, load: loadCallPayloads });

async function loadCallPayloads(manager: EntityManager, ids: readonly string[]) {
  const calls = await manager.findBy(InputCall, { id: In([...ids]) });
  return new Map(
    calls.map(({ id, groupId, addressees, title }) => [id, { group: groupId, addressees, title }]),
  );
}
