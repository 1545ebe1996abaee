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

  /** @param door null where there is no service of accounts */
  constructor(private readonly door: AuthDoor | null) {}

  /** Null for no session, and for one that is over. */
  async resolve(cookies: string | undefined): Promise<SignedIn | null> {
    const cookie = sessionCookie(cookies);
    if (cookie === null || !this.door) return null;
    const known = this.known.get(cookie);
    if (known) return known;
    const asking = this.door.session(cookie);
    this.known.set(cookie, asking, Date.now() + KEPT_FOR);
    // A failure is not remembered.
    asking.catch(() => {
      this.known.delete(cookie);
    });
    return asking;
  }

  /** Every session of the account is looked up anew: one may have been ended. */
  async forget(account: string): Promise<void> {
    for (const [cookie, asked] of this.known.all()) {
      if ((await asked.catch(() => null))?.id === account) this.known.delete(cookie);
    }
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
