import type { Viewer } from "@convene/shared/viewer";
import type { ClientOrigin } from "../http/client-origin.ts";
import { REQUEST_COST } from "./cost.ts";
import { type Level, TokenBuckets } from "./token-bucket.ts";

/** Cost that may be spent in a minute; null for any. */
export interface BudgetSizes {
  /** By all who are not signed in at one address. */
  readonly anonymous: number | null;
  /** By one account, from wherever, or by one personal link. */
  readonly signedIn: number | null;
  /** By all API keys of one account: whoever makes more of them has no more to spend. */
  readonly key: number | null;
}

export const noBudgets: BudgetSizes = { anonymous: null, signedIn: null, key: null };

/** Seconds in which an empty budget fills. */
export const BUDGET_WINDOW = 60;

/** Where a client stands in its budget. */
export interface BudgetState extends Level {
  /** `anonymous`, `signed-in` or `key`. */
  readonly name: string;
  readonly size: number;
}

/** Whoever asks, as far as budgets tell them apart. */
export interface Asking {
  readonly viewer: Viewer | null;
  readonly client: ClientOrigin;
}

class BudgetClass {
  private readonly buckets: TokenBuckets;

  constructor(
    private readonly name: string,
    private readonly size: number,
  ) {
    this.buckets = new TokenBuckets(size, BUDGET_WINDOW * 1_000);
  }

  begin(key: string): BudgetState {
    return this.stateOf(this.buckets.take(key, REQUEST_COST));
  }

  /** What costs more than all of a budget needs all of it, so that nobody waits forever. */
  spend(key: string, cost: number): BudgetState {
    const whole = Math.min(cost, this.size);
    return this.stateOf(this.buckets.take(key, whole - REQUEST_COST, whole));
  }

  private stateOf(level: Level): BudgetState {
    return { ...level, name: this.name, size: this.size };
  }
}

/** What each client may still spend. In the memory of this process: each gateway counts by itself. */
export class Budgets {
  private readonly anonymous: BudgetClass | null;
  private readonly signedIn: BudgetClass | null;
  private readonly key: BudgetClass | null;

  constructor({ anonymous, signedIn, key }: BudgetSizes) {
    this.anonymous = anonymous === null ? null : new BudgetClass("anonymous", anonymous);
    this.signedIn = signedIn === null ? null : new BudgetClass("signed-in", signedIn);
    this.key = key === null ? null : new BudgetClass("key", key);
  }

  /**
   * For a request that is not read yet: what each costs at the least. Null where whoever asks has
   * no budget to keep to.
   */
  begin(asking: Asking): BudgetState | null {
    return this.classOf(asking)?.begin(keyOf(asking)) ?? null;
  }

  /** The rest of its cost, once that is known. What was refused has cost no more than the least. */
  spend(asking: Asking, cost: number): BudgetState | null {
    return this.classOf(asking)?.spend(keyOf(asking), cost) ?? null;
  }

  private classOf({ viewer }: Asking): BudgetClass | null {
    if (!viewer) return this.anonymous;
    return viewer.kind === "key" ? this.key : this.signedIn;
  }
}

export const keyOf = ({ viewer, client }: Asking): string =>
  viewer ? viewer.id : networkOf(client.address ?? "");

/** Who has one address of IPv6 has all 2^64 that begin like it. */
function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const between = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const groups = [...left, ...between, ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}
