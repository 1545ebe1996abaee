import type { LandscapeOrganisation } from "../landscape/landscape.value.ts";
import type { LandscapeView } from "../landscape/landscape-view.policy.ts";
import { PartnerContext, PartnerReasonKind } from "./partner.enum.ts";
import { evidenceFor, type Evidence } from "./partner-evidence.policy.ts";
import { addPoints, type PartnerWeights, SIMILAR_ISSUES } from "./partner-score.policy.ts";
import { partnersOf, type Search } from "./partner-search.policy.ts";
import { RankedPlaces } from "./ranked-places.value.ts";

export interface Ranking {
  readonly search: Search;
  readonly evidence: Evidence;
  readonly ranked: RankedPlaces;
}

export interface RankingRules {
  readonly weights: PartnerWeights;
  readonly context: PartnerContext;
  /** Whether an organisation fits what else is asked; null where nothing is. */
  readonly fits: ((organisation: number, id: string) => boolean) | null;
}

/** All that could become partners. Who is a partner already is none to be found. */
export function rankPartners(search: Search, { weights, context, fits }: RankingRules): Ranking {
  const { view, seeker, pool } = search;
  const { organisations } = view.landscape;
  const evidence = evidenceFor(search);
  const makers = makersOf(context);
  const points = view.landscape.amounts.take();
  const isSimilar = new Uint8Array(organisations.length);
  // Kind by kind: in a large network a loop over one array of numbers is several times as fast.
  for (const [kind, amounts] of evidence) {
    addPoints(points, amounts, { kind, weights });
    if (makers.has(kind)) mark(isSimilar, amounts);
  }
  const not = new Set([seeker, ...partnersOf(search)]);
  const found = new Int32Array(pool.length);
  let size = 0;
  for (let number = 0; number < pool.length; number += 1) {
    if (isSimilar[number] === 0 || pool[number] === 0 || not.has(number)) continue;
    if (fits !== null && !fits(number, organisations[number]?.id ?? "")) continue;
    found[size] = number;
    size += 1;
  }
  const ranked = bestFirst(found.subarray(0, size), search, points);
  view.landscape.amounts.giveBack([points]);
  return { search, evidence, ranked };
}

function mark(marks: Uint8Array, amounts: Float64Array): void {
  for (let number = 0; number < amounts.length; number += 1) {
    if (amounts[number] !== 0) marks[number] = 1;
  }
}

/** By one number each, since a typed array is sorted many times faster than objects are. */
function bestFirst(found: Int32Array, { view }: Search, points: Float64Array): RankedPlaces {
  const { amounts, organisations } = view.landscape;
  const pointsAt = (place: number) => points[found[place] ?? 0] ?? 0;
  const size = found.length;
  let most = 0;
  for (let place = 0; place < size; place += 1) most = Math.max(most, pointsAt(place));
  const whole = amounts.take();
  const keys = whole.subarray(0, size);
  // They were found in the order of their ids.
  for (let place = 0; place < size; place += 1)
    keys[place] = (most - pointsAt(place)) * size + place;
  keys.sort();
  const ranked = { numbers: new Int32Array(size), points: new Int32Array(size) };
  for (let place = 0; place < size; place += 1) {
    const at = (keys[place] ?? 0) % size;
    ranked.numbers[place] = found[at] ?? 0;
    ranked.points[place] = pointsAt(at);
  }
  amounts.giveBack([whole]);
  return new RankedPlaces(organisations, ranked);
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
  const pool = new Uint8Array(view.landscape.organisations.length);
  view.landscape.organisations.forEach((it, number) => {
    if (view.sees(number) && isIn[context](it.countries)) pool[number] = 1;
  });
  return pool;
}
