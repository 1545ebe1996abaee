import { degreesOf, type KnownOrganisation, type NetworkSplit } from "./network-split.ts";
import type { Scorer } from "./score-table.ts";

/** What everybody tries first. Each sees what the finder sees: known pairs, and profiles. */
export function baselinesOf(split: NetworkSplit): Readonly<Record<string, Scorer>> {
  const { organisations, train } = split;
  const degrees = degreesOf(organisations.length, train);
  const partners = organisations.map(() => new Set<number>());
  for (const [one, other] of train) {
    partners[one]?.add(other);
    partners[other]?.add(one);
  }
  const overCommon = (weight: (degree: number) => number) => (seeker: number) => {
    const scores = new Float64Array(organisations.length);
    for (const common of partners[seeker] ?? []) {
      for (const far of partners[common] ?? []) {
        scores[far] = (scores[far] ?? 0) + weight(degrees[common] ?? 0);
      }
    }
    return scores;
  };
  return {
    popularity: () => Float64Array.from(degrees),
    "common-neighbours": overCommon(() => 1),
    "adamic-adar": overCommon((degree) => (degree > 1 ? 1 / Math.log(degree) : 0)),
    "profile-overlap": overlap(organisations, () => 1),
    "profile-overlap-idf": overlap(organisations, rarityIn(organisations)),
  };
}

/** How much of the profile two share: how many sectors and areas, or the sum of their weights. */
function overlap(
  organisations: readonly KnownOrganisation[],
  weight: (value: string) => number,
): Scorer {
  const holders = holdersIn(organisations);
  return (seeker) => {
    const scores = new Float64Array(organisations.length);
    for (const value of organisations[seeker]?.profile ?? []) {
      for (const holder of holders.get(value) ?? []) {
        scores[holder] = (scores[holder] ?? 0) + weight(value);
      }
    }
    return scores;
  };
}

function rarityIn(organisations: readonly KnownOrganisation[]) {
  const holders = holdersIn(organisations);
  return (value: string) =>
    Math.log(1 + (organisations.length + 1) / ((holders.get(value)?.length ?? 0) + 1));
}

function holdersIn(organisations: readonly KnownOrganisation[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  organisations.forEach(({ profile }, number) => {
    for (const value of profile) {
      const known = holders.get(value);
      if (known) known.push(number);
      else holders.set(value, [number]);
    }
  });
  return holders;
}
