/** Below every score: for who is not suggested at all. */
export const NOT_SUGGESTED = -1;

/** How one organisation scores all others, by their numbers. */
export type Scorer = (seeker: number) => Promise<Float64Array> | Float64Array;

/** What a method says of every two organisations, each seen from both. */
export class ScoreTable {
  private constructor(private readonly rows: readonly Float64Array[]) {}

  static async of(organisations: number, scorer: Scorer): Promise<ScoreTable> {
    const rows: Float64Array[] = [];
    for (let seeker = 0; seeker < organisations; seeker += 1) rows.push(await scorer(seeker));
    return new ScoreTable(rows);
  }

  from(seeker: number, other: number): number {
    return this.rows[seeker]?.[other] ?? NOT_SUGGESTED;
  }

  /** Of a pair, which has no sides. */
  between(one: number, other: number): number {
    return this.from(one, other) + this.from(other, one);
  }
}
