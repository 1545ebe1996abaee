import { AccountNews } from "./account-news.ts";
import { Remembered } from "./remembered.ts";

/** How long what ends by itself, such as a session that nobody uses, may still be held. */
const KEPT_FOR = 15_000;
const KEPT = 10_000;

/**
 * Whom credentials of one kind speak for: asked once for many requests, and anew once something of
 * the account has changed. While nobody would tell of that, it is asked each time.
 */
export class Credentials<T extends { readonly id: string }> {
  private readonly known = new Remembered<Promise<T | null>>(KEPT);
  private readonly held = new Remembered<Set<string>>(KEPT);
  /** How many accounts were forgotten: what was asked before may be answered as it was before. */
  private forgotten = 0;

  /** @param ask answers with the account, or null where a credential speaks for nobody */
  constructor(
    private readonly ask: (credential: string) => Promise<T | null>,
    private readonly news = new AccountNews(),
  ) {
    news.onChange(this.forget);
  }

  async resolve(credential: string): Promise<T | null> {
    if (!this.news.isHeard()) return this.ask(credential);
    const known = this.known.get(credential);
    if (known) return known;
    const before = this.forgotten;
    const asking = this.ask(credential);
    this.known.set(credential, asking, Date.now() + KEPT_FOR);
    try {
      const found = await asking;
      if (before !== this.forgotten) this.known.delete(credential);
      else if (found) this.note(found.id, credential);
      return found;
    } catch (error) {
      this.known.delete(credential);
      throw error;
    }
  }

  /** Every credential of the account is looked up anew: one may have been ended. Null for all. */
  readonly forget = (account: string | null): void => {
    this.forgotten += 1;
    if (account === null) {
      this.known.clear();
      this.held.clear();
      return;
    }
    for (const credential of this.held.get(account) ?? []) this.known.delete(credential);
    this.held.delete(account);
  };

  private note(account: string, credential: string): void {
    const all = this.held.get(account) ?? new Set();
    this.held.set(account, all.add(credential), Date.now() + KEPT_FOR);
  }
}
