import {
  type AuthDoor,
  SECURE_PREFIX,
  SESSION_COOKIE,
  type SignedIn,
} from "@convene/shared/auth-door";
import type { AccountNews } from "./account-news.ts";
import { Credentials } from "./credentials.ts";

/** A longer one is none of ours. */
const LONGEST = 1_024;

/** Whom the cookie of a browser speaks for, as the service of accounts says. */
export class Sessions {
  private readonly cookies: Credentials<SignedIn>;

  /** @param door null where there is no service of accounts */
  constructor(door: Pick<AuthDoor, "session"> | null, news?: AccountNews) {
    this.cookies = new Credentials(
      (cookie) => (door ? door.session(cookie) : Promise.resolve(null)),
      news,
    );
  }

  /** Null for no session, and for one that is over. */
  async resolve(cookies: string | undefined): Promise<SignedIn | null> {
    const cookie = sessionCookie(cookies);
    return cookie === null ? null : this.cookies.resolve(cookie);
  }

  /** Every session of the account is looked up anew: one may have been ended. */
  forget(account: string): void {
    this.cookies.forget(account);
  }
}

/** The one cookie that counts, as it came: with its name, since that says how it was set. */
function sessionCookie(cookies: string | undefined): string | null {
  if (cookies === undefined) return null;
  const parts = cookies.split(";").map((part) => part.trim());
  const found = parts.find(
    (part) =>
      part.startsWith(`${SECURE_PREFIX}${SESSION_COOKIE}=`) ||
      part.startsWith(`${SESSION_COOKIE}=`),
  );
  return found === undefined || found.length > LONGEST ? null : found;
}
