import type { Transaction } from "@convene/shared/database/transaction";
import { invalid } from "@convene/shared/errors";
import { z } from "zod";
import type { Person } from "./person.entity.ts";
import type { PersonMailInput } from "./person.inputs.ts";
import { publishMail } from "./person-mail.feed.ts";

type Mail = Pick<Person, "mailAddress" | "mailLanguage" | "mailTimeZone">;

export const NO_MAIL: Mail = { mailAddress: null, mailLanguage: null, mailTimeZone: null };

/**
 * Where somebody is written to from now on, as far as it is said.
 *
 * @throws BAD_USER_INPUT, also for somebody with an account: they have proven an address of their own
 */
export async function mailAfter(
  tx: Transaction,
  { id }: Pick<Person, "id">,
  given: PersonMailInput | null | undefined,
): Promise<Partial<Mail>> {
  if (given === undefined) return {};
  if (given === null) return NO_MAIL;
  const { address, language = null, timeZone = null } = given;
  const parsed = z.email().max(254).safeParse(address.trim().toLowerCase());
  if (!parsed.success) throw invalid("mail.address", "This is no mail address");
  if (await hasAccount(tx, id)) {
    throw invalid("mail", "They have an account, and are written to at its address");
  }
  if (timeZone !== null) await expectZone(tx, timeZone);
  return { mailAddress: parsed.data, mailLanguage: language, mailTimeZone: timeZone };
}

/** By SQL: accounts know of people, and not people of them. */
async function hasAccount({ manager }: Transaction, person: string): Promise<boolean> {
  const sql = "SELECT 1 FROM account WHERE person_id = $1";
  return (await manager.query<unknown[]>(sql, [person])).length > 0;
}

/** The database reckons with it: one that only a client knows would stop their mails. */
async function expectZone({ manager }: Transaction, timeZone: string): Promise<void> {
  const sql = "SELECT 1 FROM pg_timezone_names WHERE name = $1";
  const known = await manager.query<unknown[]>(sql, [timeZone]);
  if (known.length === 0) throw invalid("mail.timeZone", `There is no time zone ${timeZone}`);
}

/** To be called once it is stored: of who is written to, and of who is not any more. */
export async function tellMail(tx: Transaction, person: Person, isGiven: boolean): Promise<void> {
  if (isGiven || person.mailAddress !== null) await publishMail(tx, [person.id]);
}
