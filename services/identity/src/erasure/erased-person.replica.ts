import type { Replica } from "@convene/shared/replica/replica";
import { In } from "typeorm";
import { z } from "zod";
import { Account } from "../account/account.entity.ts";
import { forgetAccounts } from "./erasure.service.ts";

/**
 * Whoever is erased as a person has no account any more: name and address go, and with them the
 * sessions, on which the account holds by its foreign key. Of people who are there nothing is kept.
 */
export const erasedPersonReplica: Replica = {
  source: "stakeholders",
  type: "Person",
  // Whatever can be read: a payload that cannot be is taken for the end of the person.
  payload: z.unknown(),
  apply: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  followRemoval: async (tx, tombstones) => {
    const people = tombstones.map(({ id }) => id);
    const accounts = await tx.manager.findBy(Account, { personId: In(people) });
    if (accounts.length > 0) await forgetAccounts(tx, accounts);
  },
  clear: () => Promise.resolve(),
};
