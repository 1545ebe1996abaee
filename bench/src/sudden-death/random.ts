import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Choices that come in the same order for the same seed. */
export class Random {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** From 0 up to, but not, `end`, in thousandths of it. */
  upTo(end: number): number {
    return (uniformInt(this.generator, 0, 999) * end) / 1000;
  }

  /** True in so many of a hundred cases. */
  percent(share: number): boolean {
    return uniformInt(this.generator, 1, 100) <= share;
  }
}
