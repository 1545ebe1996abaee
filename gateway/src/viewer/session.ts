import {
  type AuthDoor,
  SECURE_PREFIX,
  SESSION_COOKIE,
  type SignedIn,
} from "@convene/shared/auth-door";
import { Remembered } from "./remembered.ts";

/** How long a session that was ended by way of another gateway may still be held, in milliseconds. */
const KEPT_FOR = 15_000;
const KEPT = 10_000;

/** A longer one is none of ours. */
const LONGEST = 1_024;

/** Whom the cookie of a browser speaks for, as the service of accounts says. */
export class Sessions {
  private readonly known = new Remembered<Promise<SignedIn | null>>(KEPT);
  private readonly cookies = new Remembered<Set<string>>(KEPT);
  /** How many accounts were forgotten: what was asked before may be answered as it was before. */
  private forgotten = 0;

  /** @param door null where there is no service of accounts */
  constructor(private readonly door: AuthDoor | null) {}

  /** Null for no session, and for one that is over. */
  async resolve(cookies: string | undefined): Promise<SignedIn | null> {
    const cookie = sessionCookie(cookies);
    if (cookie === null || !this.door) return null;
    const known = this.known.get(cookie);
    if (known) return known;
    const before = this.forgotten;
    const asking = this.door.session(cookie);
    this.known.set(cookie, asking, Date.now() + KEPT_FOR);
    try {
      const signedIn = await asking;
      if (before !== this.forgotten) this.known.delete(cookie);
      else if (signedIn) this.note(signedIn.id, cookie);
      return signedIn;
    } catch (error) {
      this.known.delete(cookie);
      throw error;
    }
  }

  /** Every session of the account is looked up anew: one may have been ended. */
  forget(account: string): void {
    this.forgotten += 1;
    for (const cookie of this.cookies.get(account) ?? []) this.known.delete(cookie);
    this.cookies.delete(account);
  }

  private note(account: string, cookie: string): void {
    const all = this.cookies.get(account) ?? new Set();
    this.cookies.set(account, all.add(cookie), Date.now() + KEPT_FOR);
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
