import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In, IsNull, Not } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { Invitation } from "./invitation.entity.ts";

/** Tells who has accepted which invitation: who gives roles makes them an owner. */
export const publishAcceptances = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Acceptance", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const where = { id: In([...ids]), acceptedBy: Not(IsNull()) };
  const accepted = await manager.findBy(Invitation, where);
  const accounts = await manager.findBy(Account, {
    id: In(accepted.flatMap(({ acceptedBy }) => acceptedBy ?? [])),
  });
  const people = new Map(accounts.map(({ id, personId }) => [id, personId]));
  return new Map(
    accepted.flatMap(({ id, acceptedBy }) => {
      const person = people.get(acceptedBy ?? "");
      return person === undefined ? [] : [[id, { person }] as const];
    }),
  );
}
