import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In, IsNull, Not } from "typeorm";
import { Person } from "./person.entity.ts";

/** Tells the service of accounts where these are written to, and no other service. */
export const publishMail = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "PersonMail", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const mailed = await manager.findBy(Person, { id: In([...ids]), mailAddress: Not(IsNull()) });
  return new Map(mailed.map((person) => [person.id, payloadOf(person)]));
}

const payloadOf = ({ name, mailAddress, mailLanguage, mailTimeZone }: Person): object => ({
  ...{ name, address: mailAddress, language: mailLanguage, timeZone: mailTimeZone },
});
