import { PartnerReasonKind } from "./partner.enum.ts";
import { likeTo, similarTo } from "./partner-likeness.policy.ts";
import { confirmationOf } from "./partner-score.policy.ts";
import { partnersOf, type Search } from "./partner-search.policy.ts";
import { sharedTerms } from "./partner-term.policy.ts";

/** How much of each kind speaks for each organisation, by its number. */
export type Evidence = ReadonlyMap<PartnerReasonKind, Float64Array>;

/** Nobody reads it any more. */
export const giveBack = ({ view }: Search, evidence: Evidence): void => {
  view.landscape.amounts.giveBack(evidence.values());
};

/** What of each kind speaks for each organisation, before it is weighed. */
export function evidenceFor(search: Search): Evidence {
  const { view } = search;
  const found = new Map<PartnerReasonKind, Float64Array>();
  const amountsOf = (kind: PartnerReasonKind): Float64Array => {
    const amounts = found.get(kind) ?? view.landscape.amounts.take();
    found.set(kind, amounts);
    return amounts;
  };
  const partners = partnersOf(search);
  for (const { kind, holders, rarity } of sharedTerms(search)) {
    addTo(amountsOf(kind), holders, rarity);
  }
  for (const { organisation, likeness } of similarTo(search)) {
    const far = view.partnersOf(organisation);
    addTo(amountsOf(PartnerReasonKind.WORKS_WITH_SIMILAR), far, likeness);
  }
  found.set(PartnerReasonKind.RESEMBLES_PARTNER, likeTo(search, partners));
  for (const partner of partners) {
    const far = view.partnersOf(partner);
    addTo(amountsOf(PartnerReasonKind.COMMON_PARTNER), far, closenessThrough(far.length));
  }
  addOwnMerits(search, amountsOf);
  return found;
}

function addTo(amounts: Float64Array, organisations: readonly number[], amount: number): void {
  for (const number of organisations) amounts[number] = (amounts[number] ?? 0) + amount;
}

/** What speaks for an organisation whoever asks. */
function addOwnMerits(
  { view, objectives, seeker, without, pool }: Search,
  amountsOf: (kind: PartnerReasonKind) => Float64Array,
): void {
  const { organisations, confirmedAt } = view.landscape;
  const wanted = objectives ?? organisations[seeker]?.profile.objectives ?? [];
  const known = view.degrees();
  const degrees = amountsOf(PartnerReasonKind.WELL_CONNECTED);
  const confirmations = amountsOf(PartnerReasonKind.RECENTLY_CONFIRMED);
  const day = Date.parse(view.day);
  for (let number = 0; number < pool.length; number += 1) {
    if (pool[number] === 0) continue;
    degrees[number] = (known[number] ?? 0) - (number === without ? 1 : 0);
    confirmations[number] = confirmationOf(confirmedAt[number] ?? NaN, day);
  }
  view.countPractices(amountsOf(PartnerReasonKind.PUBLISHED_PRACTICE), wanted);
}

/** Adamic and Adar's: the fewer partners somebody has, the more it ties those together. */
const closenessThrough = (partners: number): number => 1 / Math.log(2 + partners);
