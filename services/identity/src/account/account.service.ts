import type { Transaction } from "@convene/shared/database/transaction";
import { invalid } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
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
}

export class AccountService {
  constructor(private readonly db: DataSource) {}

  /** Null for nobody, and for a token that belongs to no account. */
  async own(viewer: Viewer | null): Promise<Account | null> {
    return canSeeAccount(viewer) ? this.byId(viewer.id) : null;
  }

  byId(id: string): Promise<Account | null> {
    return this.db.manager.findOneBy(Account, { id });
  }

  byEmail(email: string): Promise<Account | null> {
    return this.db.manager.findOneBy(Account, { email: email.toLowerCase() });
  }
}

export const hasAdministrator = (manager: EntityManager): Promise<boolean> =>
  manager.existsBy(Account, { platform: ArrayContains([PlatformRole.ADMIN]) });

/** @throws BAD_USER_INPUT with the field `name` or `email` */
export async function insertAccount(tx: Transaction, given: NewAccount): Promise<Account> {
  const now = new Date();
  const account = Object.assign(new Account(), {
    id: newId("acc"),
    name: requiredText("name", given.name),
    email: addressOf(given.email),
    emailVerified: given.emailVerified,
    image: null,
    personId: newId("per"),
    platform: [...given.platform],
    twoFactorEnabled: false,
    createdAt: now,
    updatedAt: now,
  });
  if (await tx.manager.existsBy(Account, { email: account.email })) {
    throw invalid("email", "There is an account of this address already");
  }
  await tx.manager.insert(Account, account);
  await publishAccounts(tx, [account.id]);
  return account;
}

function addressOf(given: string): string {
  const parsed = z.email().max(254).safeParse(given.trim().toLowerCase());
  if (!parsed.success) throw invalid("email", "This is no mail address");
  return parsed.data;
}
