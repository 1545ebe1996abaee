import type { Replica } from "@convene/shared/replica/replica";
import { z } from "zod";
import { erasePerson } from "../person/person-erasure.service.ts";
import { Person } from "../person/person.entity.ts";
import { forgetTies } from "./erasure.service.ts";

/**
 * Somebody has asked, by their account, to be erased. Nothing is kept of it: read from the start
 * again, the feed finds nobody there.
 */
export const erasureReplica: Replica = {
  source: "identity",
  type: "Erasure",
  payload: z.object({}),
  apply: () => Promise.resolve(),
  follow: async (tx, changes) => {
    for (const { id } of changes) {
      const person = await tx.lock(Person, id);
      if (person) await erasePerson(tx, person, forgetTies);
    }
  },
  remove: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};
