/** A bucket after something was taken out of it, or could not be. */
export interface Level {
  readonly taken: boolean;
  /** Whole tokens that are in it. */
  readonly left: number;
  /** Until it is full; where nothing was taken, until it holds enough for that. */
  readonly seconds: number;
}

/** Buckets that are kept: the one that was used last, first. One that is forgotten is full. */
const KEPT = 50_000;

/**
 * Buckets of tokens, one for each key, that fill evenly. Our own, since rate-limiter-flexible
 * counts in windows: all of a budget comes back at once, twice of it fits around the turn of a
 * window, what is refused counts as well, and each key holds a timer.
 */
export class TokenBuckets {
  /** When each will be full, which says all of a bucket: in milliseconds, as the clock has them. */
  private readonly fullAt = new Map<string, number>();
  private readonly perToken: number;

  /**
   * @param size tokens of a full bucket
   * @param filling milliseconds in which an empty one fills
   * @param clock milliseconds that never go back
   */
  constructor(
    size: number,
    private readonly filling: number,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.perToken = filling / size;
  }

  /**
   * All or nothing.
   *
   * @param again how many it must hold once this is tried again, if there are not enough now
   */
  take(key: string, tokens: number, again = tokens): Level {
    const now = this.clock();
    const before = Math.max(0, (this.fullAt.get(key) ?? 0) - now);
    const after = before + tokens * this.perToken;
    // Less than a millisecond is what dividing has left.
    if (after >= this.filling + 1) {
      const wait = before + again * this.perToken - this.filling;
      return { taken: false, left: this.left(before), seconds: inSeconds(wait) };
    }
    this.keep(key, now + after);
    return { taken: true, left: this.left(after), seconds: inSeconds(after) };
  }

  private left(missing: number): number {
    return Math.max(0, Math.floor((this.filling - missing) / this.perToken));
  }

  private keep(key: string, fullAt: number): void {
    this.fullAt.delete(key);
    this.fullAt.set(key, fullAt);
    const [oldest] = this.fullAt.keys();
    if (this.fullAt.size > KEPT && oldest !== undefined) this.fullAt.delete(oldest);
  }
}

const inSeconds = (milliseconds: number): number => Math.ceil(milliseconds / 1_000);
