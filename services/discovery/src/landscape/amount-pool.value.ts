/** So many are kept for whoever asks next: a question takes about fifteen. */
const MOST_KEPT = 64;

/**
 * Arrays with a number for each organisation, which are used again. Of a large network they are
 * megabytes for each question: to take them anew, and to collect them, costs more than the answer.
 * Whoever does not give one back has only lost it.
 */
export class AmountPool {
  private readonly free: Float64Array[] = [];

  constructor(private readonly size: number) {}

  /** All zero. */
  take(): Float64Array {
    return this.free.pop()?.fill(0) ?? new Float64Array(this.size);
  }

  /** Nobody reads these any more. */
  giveBack(arrays: Iterable<Float64Array>): void {
    for (const array of arrays) {
      if (this.free.length < MOST_KEPT) this.free.push(array);
    }
  }
}
