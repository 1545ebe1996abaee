import { type AuthDoor, API_KEY_PREFIX, type KeyHolder } from "@convene/shared/auth-door";
import { AppError, forbidden } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { OperationTypeNode } from "graphql";
import type { AccountNews } from "./account-news.ts";
import { Credentials } from "./credentials.ts";

export const isApiKey = (token: string): boolean => token.startsWith(API_KEY_PREFIX);

/** What a key looks like: nothing else is worth asking about. */
const FORM = new RegExp(`^${API_KEY_PREFIX}[\\w-]{43}$`);

/** Whom a key speaks for, as the service of accounts says. */
export class ApiKeys {
  private readonly keys: Credentials<KeyHolder>;

  /** @param door null where there is no service of accounts */
  constructor(door: Pick<AuthDoor, "key"> | null, news?: AccountNews) {
    this.keys = new Credentials((key) => (door ? door.key(key) : Promise.resolve(null)), news);
  }

  /** Throws `UNAUTHENTICATED` for anything but a good key. */
  async resolve(key: string): Promise<KeyHolder> {
    const holder = FORM.test(key) ? await this.keys.resolve(key) : null;
    if (!holder) throw new AppError("UNAUTHENTICATED", "The key is not valid, or not any more");
    return holder;
  }

  /** Every key of the account is looked up anew: one may have been revoked. */
  forget(account: string): void {
    this.keys.forget(account);
  }
}

/** A key does only what it was made for, whichever service would let it. */
export function requireScope(viewer: Viewer | null, type: OperationTypeNode): void {
  if (viewer?.kind !== "key") return;
  const wanted = type === OperationTypeNode.MUTATION ? "write" : "read";
  if (!viewer.scopes.includes(wanted)) throw forbidden(`This key has not the scope ${wanted}`);
}
