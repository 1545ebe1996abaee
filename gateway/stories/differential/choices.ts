import fc from "fast-check";

/**
 * What fast-check draws and shrinks: a tree without any meaning of its own, which a writer reads
 * against a schema. A twist of 0 always means the plainest thing.
 */
export interface Choice {
  readonly pick: number;
  readonly twist: number;
  readonly children: readonly Choice[];
}

const MAX = 0x7fffffff;

export const choices: fc.Arbitrary<readonly Choice[]> = fc.letrec<{ forest: readonly Choice[] }>(
  (tie) => ({
    forest: fc.array(
      fc.record({
        pick: fc.nat(MAX),
        twist: fc.nat(MAX),
        children: fc.oneof(
          { maxDepth: 5, depthIdentifier: "selection" },
          fc.constant([]),
          tie("forest"),
          tie("forest"),
          tie("forest"),
        ),
      }),
      { minLength: 1, maxLength: 5, depthIdentifier: "selection" },
    ),
  }),
).forest;

/** A stream of numbers out of one twist: mulberry32, and only zeros out of zero. */
export class Twist {
  private state: number;

  constructor(private readonly twist: number) {
    this.state = twist;
  }

  /** True in `percent` of 100 cases. */
  happens(percent: number): boolean {
    return this.twist !== 0 && this.next(100) < percent;
  }

  from<T>(options: readonly T[]): T {
    const option = options[this.next(options.length)];
    if (option === undefined) throw new Error("nothing to choose from");
    return option;
  }

  /** At least 0 and less than `bound`. */
  next(bound: number): number {
    if (this.twist === 0) return 0;
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }
}
