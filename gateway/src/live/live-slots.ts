/** Streams that may be open at once: of one viewer or address, and of all. */
const MOST_EACH = 20;
const MOST = 2_000;

/** How many streams are open, and whose. */
export class LiveSlots {
  private readonly taken = new Map<string, number>();
  private all = 0;

  /** Answers how to give it back; null where there is none left. */
  take(key: string): (() => void) | null {
    const own = this.taken.get(key) ?? 0;
    if (own >= MOST_EACH || this.all >= MOST) return null;
    this.count(key, 1);
    return () => {
      this.count(key, -1);
    };
  }

  private count(key: string, by: number): void {
    const own = (this.taken.get(key) ?? 0) + by;
    this.all += by;
    if (own > 0) this.taken.set(key, own);
    else this.taken.delete(key);
  }
}
