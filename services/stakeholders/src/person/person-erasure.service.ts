import type { Transaction } from "@convene/shared/database/transaction";
import { forgetCells } from "@convene/shared/file-import/import-retention.repository";
import { Person } from "./person.entity.ts";
import { publishPeople } from "./person.feed.ts";
import { tellMail } from "./person-mail.service.ts";

/** Takes the person out of what outlives them, in the transaction that erases them. */
export type Forgotten = (tx: Transaction, person: Person) => Promise<void>;

/** Nothing of the person stays but the titles of their roles; all who have heard of them are told. */
export async function erasePerson(
  tx: Transaction,
  person: Person,
  forgotten: Forgotten,
): Promise<void> {
  await forgotten(tx, person);
  await forgetCells(tx.manager, [person.name]);
  await tx.forgetJobs([person.id]);
  await tx.manager.delete(Person, { id: person.id });
  await publishPeople(tx, [person.id]);
  // Where they were written to, as gone.
  await tellMail(tx, person, false);
}
