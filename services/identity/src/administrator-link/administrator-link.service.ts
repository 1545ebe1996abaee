import { createHash, randomBytes } from "node:crypto";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import type { DataSource, EntityManager } from "typeorm";
import type { Account } from "../account/account.entity.ts";
import { PlatformRole } from "../account/account.enum.ts";
import { hasAdministrator, insertAccount } from "../account/account.service.ts";
import { AdministratorLink } from "./administrator-link.entity.ts";

/** How long a link is good, in milliseconds. */
const GOOD_FOR = 24 * 60 * 60 * 1000;

const MAKING =
  "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/administrator', 0))";

/** What the first administrator says of themselves. */
export interface FirstAdministrator {
  readonly token: string;
  readonly name: string;
  readonly email: string;
}

export class AdministratorLinkService {
  constructor(
    private readonly db: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /**
   * A token that lets its bearer become the administrator, once; the one before dies. Null where
   * there is an administrator already.
   */
  make(): Promise<string | null> {
    return this.transactions.write((tx) => make(tx));
  }

  /** As `make`, but only the first time of all. */
  makeFirst(): Promise<string | null> {
    return this.transactions.write(async (tx) => {
      await tx.manager.query(MAKING);
      return (await tx.manager.exists(AdministratorLink)) ? null : make(tx);
    });
  }

  hasAdministrator(): Promise<boolean> {
    return hasAdministrator(this.db.manager);
  }

  /** Whether the token is good now. Looking does not use it up. */
  isGood(token: string): Promise<boolean> {
    return isGood(this.db.manager, token);
  }

  /**
   * Uses the token up, and makes the account. Null when it is not good, or not any more.
   *
   * @throws BAD_USER_INPUT with the field `name` or `email`: then the token is still good
   */
  use({ token, name, email }: FirstAdministrator): Promise<Account | null> {
    return this.transactions.write(async (tx) => {
      await tx.manager.query(MAKING);
      if (!(await isGood(tx.manager, token))) return null;
      const platform = [PlatformRole.ADMIN];
      // Nobody has mailed them yet, so nobody knows whether the address is theirs.
      const account = await insertAccount(tx, { name, email, emailVerified: false, platform });
      await tx.manager.delete(AdministratorLink, { tokenHash: hashOf(token) });
      return account;
    });
  }
}

/** Where the bearer of a token becomes the administrator. */
export const administratorLink = (url: string, token: string): string =>
  `${url}/auth/administrator?${new URLSearchParams({ token }).toString()}`;

async function make({ manager }: Transaction): Promise<string | null> {
  await manager.query(MAKING);
  if (await hasAdministrator(manager)) return null;
  const token = randomBytes(32).toString("base64url");
  await manager.query("DELETE FROM administrator_link");
  await manager.insert(AdministratorLink, {
    id: newId("adl"),
    tokenHash: hashOf(token),
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + GOOD_FOR),
  });
  return token;
}

async function isGood(manager: EntityManager, token: string): Promise<boolean> {
  const link = await manager.findOneBy(AdministratorLink, { tokenHash: hashOf(token) });
  return link !== null && link.expiresAt > new Date() && !(await hasAdministrator(manager));
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
