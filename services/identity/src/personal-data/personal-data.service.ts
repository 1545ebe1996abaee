import type { PersonalTable, Subject } from "@convene/shared/personal-data/personal-table";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { Account } from "../account/account.entity.ts";
import { PersonMail } from "../person-mail/person-mail.entity.ts";

/** Where something of a person stands in this service; of what opens a door, only that it is there. */
export const personalData: readonly PersonalTable[] = [
  {
    table: "user_account",
    title: "account",
    person: ["person_id"],
    account: ["id"],
    address: ["email"],
  },
  { table: "session", title: "sessions", account: ["account_id"], secret: ["token"] },
  { table: "consent", title: "consents", account: ["account_id"] },
  { table: "api_key", title: "apiKeys", account: ["account_id"], secret: ["secret_hash"] },
  {
    table: "credential",
    title: "waysToSignIn",
    account: ["account_id"],
    secret: ["access_token", "refresh_token", "id_token", "password"],
  },
  {
    table: "passkey",
    title: "passkeys",
    account: ["account_id"],
    secret: ["credential_id", "public_key"],
  },
  {
    table: "second_factor",
    title: "secondFactors",
    account: ["account_id"],
    secret: ["secret", "backup_codes"],
  },
  {
    table: "verification",
    title: "linksToSignIn",
    within: ["identifier", "value"],
    secret: ["identifier", "value"],
  },
  { table: "mailed_link", title: "linksMailed", secret: ["address_hash"] },
  { table: "password_attempt", title: "passwordAttempts", secret: ["subject"] },
  { table: "used_code", title: "codesUsed", account: ["account_id"], secret: ["code_hash"] },
  { table: "bounced_address", title: "addressesBounced", secret: ["id"] },
  { table: "notification_setting", title: "mailPreferences", account: ["account_id"] },
  // The words of messages to them are in it.
  { table: "notification", title: "newsToMail", account: ["account_id"], isPrivate: true },
  { table: "person_mail", title: "mailAddress", person: ["id"], address: ["address"] },
  {
    table: "person_news",
    title: "newsToMailToThem",
    person: ["person_id"],
    isPrivate: true,
  },
  { table: "security_change", title: "changesToTell", account: ["account_id"] },
  { table: "invitation", title: "invitations", account: ["accepted_by"], address: ["email"] },
];

/** By what else than their id somebody is found, here and in every other service. */
export async function subjectOf(
  { db }: Pick<ServiceParts, "db">,
  person: string,
): Promise<Omit<Subject, "person">> {
  const accounts = await db.manager.findBy(Account, { personId: person });
  const mailed = await db.manager.findBy(PersonMail, { id: person });
  return {
    accounts: accounts.map(({ id }) => id),
    addresses: [...accounts.map(({ email }) => email), ...mailed.map(({ address }) => address)],
  };
}
