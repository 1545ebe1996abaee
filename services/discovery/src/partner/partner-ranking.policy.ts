import type { LandscapeOrganisation } from "../landscape/landscape.value.ts";
import type { LandscapeView } from "../landscape/landscape-view.policy.ts";
import { PartnerContext, PartnerReasonKind } from "./partner.enum.ts";
import { evidenceFor, type Evidence } from "./partner-evidence.policy.ts";
import { type PartnerWeights, pointsOf, SIMILAR_ISSUES } from "./partner-score.policy.ts";
import { partnersOf, type Search } from "./partner-search.policy.ts";

/** A place in the ranking. */
export interface Ranked {
  readonly organisation: number;
  readonly id: string;
  readonly points: number;
}

export interface Ranking {
  readonly search: Search;
  readonly evidence: Evidence;
  /** The best first, and by id where equal. */
  readonly ranked: readonly Ranked[];
}

export interface RankingRules {
  readonly weights: PartnerWeights;
  readonly context: PartnerContext;
  /** Whether an organisation fits what else is asked. */
  readonly fits: (organisation: number, id: string) => boolean;
}

/** All that could become partners. Who is a partner already is none to be found. */
export function rankPartners(search: Search, { weights, context, fits }: RankingRules): Ranking {
  const { view, seeker, pool } = search;
  const evidence = evidenceFor(search);
  const weighed = [...evidence].map(([kind, amounts]) => ({ kind, amounts }));
  const makers = makersOf(context);
  const not = new Set([seeker, ...partnersOf(search)]);
  const ranked: Ranked[] = [];
  view.landscape.organisations.forEach(({ id }, organisation) => {
    if (pool[organisation] === 0 || not.has(organisation) || !fits(organisation, id)) return;
    let points = 0;
    let isSimilar = false;
    for (const { kind, amounts } of weighed) {
      const amount = amounts[organisation] ?? 0;
      if (amount === 0) continue;
      points += pointsOf(kind, amount, weights);
      isSimilar ||= makers.has(kind);
    }
    if (isSimilar) ranked.push({ organisation, id, points });
  });
  return { search, evidence, ranked: bestFirst(ranked) };
}

/** By one number each, since a typed array is sorted many times faster than objects are. */
function bestFirst(found: readonly Ranked[]): Ranked[] {
  const most = found.reduce((highest, { points }) => Math.max(highest, points), 0);
  const size = found.length;
  // They were found in the order of their ids.
  const keys = Float64Array.from(found, ({ points }, at) => (most - points) * size + at).sort();
  return Array.from(keys, (key) => found[key % size]).filter((it) => it !== undefined);
}

/** Who knows many others is worth knowing to a newcomer, but not in a country of somebody else. */
const makersOf = (context: PartnerContext): ReadonlySet<PartnerReasonKind> =>
  new Set(
    context === PartnerContext.DIFFERENT_COUNTRY
      ? SIMILAR_ISSUES
      : [...SIMILAR_ISSUES, PartnerReasonKind.WELL_CONNECTED],
  );

/** Where partners are looked for: what the asker may see, in the countries of the context. */
export function poolOf(
  view: LandscapeView,
  { countries }: Pick<LandscapeOrganisation, "countries">,
  context: PartnerContext,
): Uint8Array {
  const own = new Set(countries);
  const isOwn = (country: string) => own.has(country);
  const isIn: Record<PartnerContext, (its: readonly string[]) => boolean> = {
    ANY: () => true,
    SAME_COUNTRY: (its) => its.some(isOwn),
    DIFFERENT_COUNTRY: (its) => !its.every(isOwn),
  };
  return Uint8Array.from(view.landscape.organisations, (it, number) =>
    view.sees(number) && isIn[context](it.countries) ? 1 : 0,
  );
}
