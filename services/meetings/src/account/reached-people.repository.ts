import { type EntityManager, In } from "typeorm";
import { PersonReplica } from "../person/person.replica.ts";
import { AccountReplica } from "./account.replica.ts";

/** Those of the people who can be written to: by their account, or where their record says. */
export async function reachedAmong(
  manager: EntityManager,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const personId = In([...people]);
  const accounts = await manager.findBy(AccountReplica, { personId });
  const mailed = await manager.findBy(PersonReplica, { id: personId, isMailed: true });
  return new Set([...accounts.map((account) => account.personId), ...mailed.map(({ id }) => id)]);
}
