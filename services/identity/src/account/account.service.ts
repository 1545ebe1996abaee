import type { Transaction } from "@convene/shared/database/transaction";
import { invalid } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
import type { MailLanguage } from "@convene/shared/mail/mail-language";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { ArrayContains, type DataSource, type EntityManager } from "typeorm";
import { z } from "zod";
import { Account } from "./account.entity.ts";
import { PlatformRole } from "./account.enum.ts";
import { publishAccounts } from "./account.feed.ts";
import { canSeeAccount } from "./account.policy.ts";

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  /** Whether the address is proven, by a link that was mailed there. */
  readonly emailVerified: boolean;
  readonly platform: readonly PlatformRole[];
  /** What an invitation said that they read. */
  readonly language?: MailLanguage | null;
}

export class AccountService {
  constructor(private readonly db: DataSource) {}

  /** Null for nobody, and for a token that belongs to no account. */
  async own(viewer: Viewer | null): Promise<Account | null> {
    return viewer && canSeeAccount(viewer, viewer.id) ? this.byId(viewer.id) : null;
  }

  byId(id: string): Promise<Account | null> {
    return this.db.manager.findOneBy(Account, { id });
  }

  /** What the browser of whoever is signed in says that they read. */
  async noteLanguage({ id, language: known }: Account, language: MailLanguage): Promise<void> {
    const unchosen = { id, isLanguageChosen: false };
    if (known !== language) await this.db.manager.update(Account, unchosen, { language });
  }

  byEmail(email: string): Promise<Account | null> {
    return this.db.manager.findOneBy(Account, { email: email.toLowerCase() });
  }
}

export const hasAdministrator = (manager: EntityManager): Promise<boolean> =>
  manager.existsBy(Account, { platform: ArrayContains([PlatformRole.ADMIN]) });

/** @throws BAD_USER_INPUT with the field `name` or `email` */
export async function insertAccount(tx: Transaction, given: NewAccount): Promise<Account> {
  const account = await addAccount(tx, given);
  if (!account) throw invalid("email", "There is an account of this address already");
  return account;
}

/**
 * Null where the address has an account already, also one that is being made at the same moment.
 *
 * @throws BAD_USER_INPUT with the field `name` or `email`
 */
export async function addAccount(tx: Transaction, given: NewAccount): Promise<Account | null> {
  const account = buildAccount(given);
  const insert = tx.manager.createQueryBuilder().insert().into(Account).values(account);
  const made = await insert.orIgnore().returning("id").updateEntity(false).execute();
  if ((made.raw as readonly unknown[]).length === 0) return null;
  await publishAccounts(tx, [account.id]);
  return account;
}

function buildAccount({ name, email, emailVerified, platform, language }: NewAccount): Account {
  const now = new Date();
  return Object.assign(new Account(), {
    id: newId("acc"),
    name: requiredText("name", name),
    email: addressOf(email),
    emailVerified,
    image: null,
    personId: newId("per"),
    platform: [...platform],
    twoFactorEnabled: false,
    language: language ?? null,
    isLanguageChosen: false,
    createdAt: now,
    updatedAt: now,
  });
}

function addressOf(given: string): string {
  const parsed = z.email().max(254).safeParse(given.trim().toLowerCase());
  if (!parsed.success) throw invalid("email", "This is no mail address");
  return parsed.data;
}
