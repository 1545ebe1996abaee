import { type AuthDoor, type Grant, IDENTITY_ISSUER } from "@convene/shared/auth-door";
import type { ErrorLog } from "@convene/shared/error-masking";
import { decodeJwt } from "jose";
import { AccessTokens, refused } from "./access-token.ts";
import type { AccountNews } from "./account-news.ts";
import { Credentials } from "./credentials.ts";
import { PublishedKeys } from "./published-keys.ts";

/** Whether a token says that it is of the service of accounts; that it is one is seen later. */
export function saysIdentity(token: string): boolean {
  try {
    return decodeJwt(token).iss === IDENTITY_ISSUER;
  } catch {
    return false;
  }
}

/**
 * Tokens that the service of accounts has issued. Beside the signature the session or key must
 * still stand by which one was made, so that signing out ends them too, and a role that was taken
 * away is not held until they run out.
 */
export class IssuedTokens {
  private readonly tokens: AccessTokens;
  private readonly grants: Credentials<Grant>;

  constructor(door: Pick<AuthDoor, "grant" | "tokenKeys">, log: ErrorLog, news?: AccountNews) {
    const { find } = new PublishedKeys(door);
    this.tokens = new AccessTokens({ issuer: IDENTITY_ISSUER, keys: find }, log);
    this.grants = new Credentials((id) => door.grant(id), news);
  }

  /** Throws `UNAUTHENTICATED`, or `SERVICE_UNAVAILABLE` when nobody can tell. */
  async resolve(token: string): Promise<Grant> {
    const { sub, sid } = await this.tokens.verify(token);
    const grant = sid === undefined ? null : await this.grants.resolve(sid);
    if (grant?.id !== sub) throw refused();
    return grant;
  }

  /** Every session and key of the account is looked up anew: one may have been ended. */
  forget(account: string): void {
    this.grants.forget(account);
  }
}
