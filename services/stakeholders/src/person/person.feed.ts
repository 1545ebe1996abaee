import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { Person } from "./person.entity.ts";

/** Tells what the people are now; those who are gone, as gone. */
export const publishPeople = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Person", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const people = await manager.findBy(Person, { id: In([...ids]) });
  return new Map(people.map((person) => [person.id, payloadOf(person)]));
}

const payloadOf = (person: Person): object => ({
  protection: {
    audience: person.audience,
    organisations: person.organisations,
    networks: person.networks,
  },
  name: person.name,
  organisations: person.roleOrganisations,
  // Where, is told to the service of accounts alone.
  isMailed: person.mailAddress !== null,
});
