import { Audience } from "@convene/shared/audience";
import type { AppliedChange, Replica } from "@convene/shared/replica/replica";
import { foldText } from "@convene/shared/table/text-folding";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import { Person } from "../person/person.entity.ts";
import { publishPeople } from "../person/person.feed.ts";
import { buildBlankPerson } from "../person/person.service.ts";

const accountSchema = z.object({ person: z.string().startsWith("per_"), name: z.string() });

type AccountChange = AppliedChange<z.infer<typeof accountSchema>>;

/**
 * Makes the person to whom an account is tied, once: that nobody sees until they themselves say so.
 * What is written down of it is no copy, and outlives the account: read from the start again, the
 * feed makes nobody anew who has been erased here.
 */
export const accountReplica: Replica<z.infer<typeof accountSchema>> = {
  source: "identity",
  type: "Account",
  payload: accountSchema,
  apply: () => Promise.resolve(),
  follow: async (tx, changes) => {
    const fresh = await newOf(tx.manager, changes);
    const people = fresh.map(({ payload: { person, name } }) =>
      Object.assign(buildBlankPerson(), {
        id: person,
        name,
        nameKey: foldText(name),
        audience: Audience.NOBODY,
      }),
    );
    if (people.length === 0) return;
    await tx.manager.insert(Person, people);
    await publishPeople(
      tx,
      people.map(({ id }) => id),
    );
  },
  // Somebody who closes their account has not asked to be forgotten as a person.
  remove: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};

/** Those of which this service hears for the first time. */
async function newOf(manager: EntityManager, changes: readonly AccountChange[]) {
  const inserted: { id: string }[] = await manager.query(
    `INSERT INTO account (id, person_id) SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT DO NOTHING RETURNING id`,
    [changes.map(({ id }) => id), changes.map(({ payload }) => payload.person)],
  );
  const ids = new Set(inserted.map(({ id }) => id));
  return changes.filter(({ id }) => ids.has(id));
}
