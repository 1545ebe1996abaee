import { degreesOf, keyOf, type NetworkSplit, type Pair } from "./network-split.ts";
import type { ScoreTable } from "./score-table.ts";

/** An organisation with no more known partners is small. */
const SMALL = 3;
const HITS = 10;

/** One question of each kind: a pair that is held out, or an organisation of such a pair. */
export interface Outcomes {
  /** For each pair how many of the pairs that are none it goes before; half of those level with it. */
  readonly auc: readonly number[];
  /** For each organisation where its first partner stands, from 1. */
  readonly ranks: readonly number[];
}

export interface Measured {
  readonly all: Outcomes;
  readonly small: Outcomes;
}

/**
 * AUC: each pair of test against all pairs within one country that are neither train nor test. Ranks:
 * for each organisation of a pair of test, among all of its country but itself and its partners of
 * train. Small: of AUC the pairs, of both kinds, of which one organisation is small; of ranks the
 * organisations that are.
 */
export function measure(split: NetworkSplit, scores: ScoreTable): Measured {
  const degrees = degreesOf(split.organisations.length, split.train);
  const isSmall = (number: number) => (degrees[number] ?? 0) <= SMALL;
  const isSmallPair = (pair: Pair) => pair.some(isSmall);
  const askers = [...new Set(split.test.flat())].sort((one, other) => one - other);
  const ranks = ranksOf(split, scores, askers);
  return {
    all: { auc: pairwise(split, scores, () => true), ranks },
    small: {
      auc: pairwise(split, scores, isSmallPair),
      ranks: ranks.filter((_, at) => isSmall(askers[at] ?? -1)),
    },
  };
}

export const aucOf = ({ auc }: Outcomes): number => mean(auc);
export const mrrOf = ({ ranks }: Outcomes): number => mean(ranks.map((rank) => 1 / rank));
export const hitsOf = ({ ranks }: Outcomes): number =>
  mean(ranks.map((rank) => (rank <= HITS ? 1 : 0)));

/** Of nothing it is 0. */
export const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, it) => sum + it, 0) / numbers.length;

/** The part of all pairs that are none which each pair of test goes before. */
function pairwise(
  { organisations, train, test }: NetworkSplit,
  scores: ScoreTable,
  counts: (pair: Pair) => boolean,
): number[] {
  const asked = test.filter(counts).map((pair) => scores.between(...pair));
  const levels = [...new Set(asked)].sort((one, other) => one - other);
  const below = new Float64Array(levels.length + 1);
  const level = new Float64Array(levels.length);
  const edges = new Set([...train, ...test].map(keyOf));
  let all = 0;
  for (const group of byCountry(organisations.map(({ country }) => country))) {
    for (const [at, one] of group.entries()) {
      for (let to = at + 1; to < group.length; to += 1) {
        const pair = [one, group[to] ?? one] as const;
        if (!counts(pair) || edges.has(keyOf(pair))) continue;
        all += 1;
        const score = scores.between(...pair);
        const place = placeOf(levels, score);
        if (levels[place] === score) level[place] = (level[place] ?? 0) + 1;
        else below[place] = (below[place] ?? 0) + 1;
      }
    }
  }
  const shares = new Map<number, number>();
  let before = 0;
  levels.forEach((score, place) => {
    before += below[place] ?? 0;
    const equal = level[place] ?? 0;
    shares.set(score, all === 0 ? 0.5 : (before + equal / 2) / all);
    before += equal;
  });
  return asked.map((score) => shares.get(score) ?? 0);
}

/** The first place whose level is the score, or above it. */
function placeOf(levels: readonly number[], score: number): number {
  let [low, high] = [0, levels.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((levels[middle] ?? 0) < score) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the best partner of each asker stands; among those level with it, in their middle. */
function ranksOf(split: NetworkSplit, scores: ScoreTable, askers: readonly number[]): number[] {
  const countries = split.organisations.map(({ country }) => country);
  const [known, wanted] = [partnersIn(split.train), partnersIn(split.test)];
  return askers.map((asker) => {
    const candidates = countries.flatMap((country, number) =>
      country === countries[asker] && number !== asker && !known.get(asker)?.has(number)
        ? [number]
        : [],
    );
    const partners = [...(wanted.get(asker) ?? [])];
    const best = Math.max(...partners.map((partner) => scores.from(asker, partner)));
    const points = candidates.map((number) => scores.from(asker, number));
    const before = points.filter((it) => it > best).length;
    const equal = points.filter((it) => it === best).length;
    return before + (equal + 1) / 2;
  });
}

function partnersIn(pairs: readonly Pair[]): Map<number, Set<number>> {
  const partners = new Map<number, Set<number>>();
  for (const [one, other] of pairs) {
    partners.set(one, (partners.get(one) ?? new Set()).add(other));
    partners.set(other, (partners.get(other) ?? new Set()).add(one));
  }
  return partners;
}

/** The numbers of each country's organisations. */
function byCountry(countries: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  countries.forEach((country, number) => {
    const group = groups.get(country);
    if (group) group.push(number);
    else groups.set(country, [number]);
  });
  return [...groups.values()];
}
