export type Interval = readonly [number, number];

const DRAWS = 1_000;
const SEED = 1;

/** What 95 of 100 samples, drawn from the outcomes with putting back, would have shown. */
export function confidenceOf(
  outcomes: readonly number[],
  figure: (sample: readonly number[]) => number,
): Interval {
  const random = randomFrom(SEED);
  const figures = Array.from({ length: DRAWS }, () =>
    figure(outcomes.map(() => outcomes[Math.floor(random() * outcomes.length)] ?? 0)),
  ).sort((one, other) => one - other);
  const at = (share: number) => figures[Math.round(share * (DRAWS - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}

/** Mulberry32: the same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
