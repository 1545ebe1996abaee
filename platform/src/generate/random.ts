import { createHash } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const WHOLE = 0x1_0000_0000;

type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/**
 * A stream of chance of its own for whatever the parts name: the same parts give the same stream,
 * and what one thing draws changes nothing of any other.
 */
export class Random {
  private readonly source;

  constructor(...parts: readonly (string | number)[]) {
    const hash = createHash("sha256").update(parts.join("/")).digest();
    this.source = xoroshiro128plus(hash.readInt32LE(0));
  }

  /** A whole number, both bounds among those that may come. */
  int(least: number, most: number): number {
    return uniformInt(this.source, least, most);
  }

  /** Whether it comes to pass, of a probability from 0 to 1. */
  chance(probability: number): boolean {
    return this.int(0, WHOLE - 1) < probability * WHOLE;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new RangeError("There is nothing to pick from");
    return item;
  }

  /** Each as often as its weight says: whole numbers. */
  weighted<T>(choices: Weighted<T>): T {
    const sum = choices.reduce((all, [, weight]) => all + weight, 0);
    let drawn = this.int(1, sum);
    for (const [value, weight] of choices) {
      drawn -= weight;
      if (drawn <= 0) return value;
    }
    throw new RangeError("There is nothing to choose from");
  }

  /** Different ones, at most `count`, in the order in which they were drawn. */
  some<T>(items: readonly T[], count: number): T[] {
    const drawn = new Set<T>();
    const most = Math.min(count, items.length);
    for (let tries = 0; drawn.size < most && tries < 8 * most; tries += 1)
      drawn.add(this.pick(items));
    return [...drawn];
  }
}
