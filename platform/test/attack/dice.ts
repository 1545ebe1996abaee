/** Numbers that look random and are the same for the same seed: mulberry32. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** At least 0 and less than `bound`. */
  next(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  /** True in `percent` of 100 cases. */
  happens(percent: number): boolean {
    return this.next(100) < percent;
  }

  from<T>(options: readonly T[]): T {
    const option = options[this.next(options.length)];
    if (option === undefined) throw new Error("nothing to choose from");
    return option;
  }

  /** Some of them, each once, in their order. */
  some<T>(options: readonly T[], most: number): T[] {
    const wanted = 1 + this.next(most);
    const picked = new Set(Array.from({ length: wanted }, () => this.next(options.length)));
    return options.filter((_, index) => picked.has(index));
  }
}
