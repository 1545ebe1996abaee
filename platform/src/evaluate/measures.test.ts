import { baselinesOf } from "./baselines.ts";
import { aucOf, hitsOf, measure, mrrOf } from "./measures.ts";
import type { NetworkSplit, Pair } from "./network-split.ts";
import { NOT_SUGGESTED, ScoreTable } from "./score-table.ts";

interface Known {
  readonly countries: string;
  readonly train: readonly Pair[];
  readonly test: readonly Pair[];
  readonly profiles?: readonly string[][];
}

/** One organisation for each letter, which is its country. */
const splitOf = ({ countries, train, test, profiles }: Known): NetworkSplit => ({
  organisations: Array.from(countries, (country, number) => ({
    id: `o${number}`,
    country,
    profile: new Set(profiles?.[number] ?? []),
  })),
  train,
  test,
  notes: [],
});

/** Scores of pairs, the same from both sides; all others are not suggested. */
const tableOf = (size: number, scores: Readonly<Record<string, number>>) =>
  ScoreTable.of(size, (seeker) =>
    Float64Array.from({ length: size }, (_, other) => {
      const key = seeker < other ? `${seeker} ${other}` : `${other} ${seeker}`;
      return scores[key] ?? NOT_SUGGESTED;
    }),
  );

const figuresOf = async (known: Known, scores: Readonly<Record<string, number>>) => {
  const split = splitOf(known);
  const { all, small } = measure(split, await tableOf(split.organisations.length, scores));
  const figures = (it: typeof all) => [aucOf(it), mrrOf(it), hitsOf(it)];
  return { all: figures(all), small: figures(small), ranks: all.ranks, smallRanks: small.ranks };
};

it("holds a pair of test against every pair of one country that is neither train nor test", async () => {
  // Four in one country, two in another: 0–1 known, 0–2 asked for; 0–3, 1–2, 1–3, 2–3, 4–5 are none.
  const known = { countries: "AAAABB", train: [[0, 1]], test: [[0, 2]] } as const;
  const scores = { "0 1": 99, "0 2": 5, "0 3": 9, "1 2": 5, "1 3": 1, "2 3": 0, "0 4": 99 };
  const { all, ranks } = await figuresOf(known, scores);
  // Behind 0–3, level with 1–2, before 1–3, 2–3 and the pair of the other country.
  expect(all[0]).toBeCloseTo((3 + 0.5) / 5, 12);
  // For 0 the partner is second of 2 and 3, 1 being known; for 2 first, level with 1: in the middle.
  expect(ranks).toEqual([2, 1.5]);
  expect(all[1]).toBeCloseTo((1 / 2 + 1 / 1.5) / 2, 12);
});

it("ranks the first of several partners, and counts hits among the first ten", async () => {
  const countries = "A".repeat(14);
  const test = [
    [0, 12],
    [0, 13],
  ] as const;
  const behind = Object.fromEntries(
    Array.from({ length: 11 }, (_, at) => [`0 ${at + 1}`, 50 - at]),
  );
  const { ranks, all } = await figuresOf({ countries, train: [], test }, { ...behind, "0 13": 3 });
  expect(ranks[0]).toBe(12);
  expect(ranks).toHaveLength(3);
  // 12 is found by nobody: all of the thirteen are level.
  expect(ranks[1]).toBe(7);
  expect(ranks[2]).toBe(1);
  expect(all[2]).toBeCloseTo(2 / 3, 12);
});

it("calls three known partners few; of AUC a pair with one small end counts, of ranks the small one", async () => {
  const train = [
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
  ] as const;
  const known = { countries: "AAAAAA", train, test: [[0, 5]] } as const;
  const { smallRanks, ranks, small } = await figuresOf(known, { "0 5": 1 });
  expect(ranks).toEqual([1, 1]);
  expect(smallRanks).toEqual([1]);
  expect(small).toEqual([1, 1, 1]);
});

it("takes organisations without a country for those of one", async () => {
  const known = { countries: "      ", train: [], test: [[0, 1]] } as const;
  const { all } = await figuresOf(known, { "0 1": 1 });
  expect(all).toEqual([1, 1, 1]);
});

it("computes the baselines as their authors define them", () => {
  const train = [
    [0, 1],
    [1, 2],
    [1, 3],
    [2, 4],
  ] as const;
  const profiles = [["a", "b"], ["b"], ["a", "b"], [], ["c"]];
  const baselines = baselinesOf(splitOf({ countries: "AAAAA", train, test: [], profiles }));
  const of = (name: string) => [...(baselines[name]?.(0) as Float64Array)];
  expect(of("popularity")).toEqual([1, 3, 2, 1, 1]);
  expect(of("common-neighbours").slice(1)).toEqual([0, 1, 1, 0]);
  expect(of("adamic-adar")[2]).toBeCloseTo(1 / Math.log(3), 12);
  expect(of("profile-overlap").slice(1)).toEqual([1, 2, 0, 0]);
  const [, b = 0, ab = 0] = of("profile-overlap-idf");
  expect(ab - b).toBeCloseTo(Math.log(1 + 6 / 3), 12);
});
