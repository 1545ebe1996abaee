import { type MailLanguage, mailLanguageOf } from "@convene/shared/mail/mail-language";
import type { Account } from "./account.entity.ts";

/** What is known of an account that somebody is written to at. */
export type Addressee = Pick<Account, "language" | "isLanguageChosen">;

/**
 * In which languages a mail goes to somebody, best first: the one that they have chosen; else what
 * is heard at the moment, of the browser that asks or of the invitation; else what was heard before.
 */
export function languagesFor(
  account: Addressee | null,
  heard: readonly string[] = [],
): readonly string[] {
  const known = account?.language ?? null;
  if (known === null) return heard;
  return account?.isLanguageChosen === true ? [known] : [...heard, known];
}

/** The language of mails for which nobody asks at the moment. */
export const languageFor = (account: Addressee | null): MailLanguage =>
  mailLanguageOf(languagesFor(account));
