import { PartnerReasonKind } from "./partner.enum.ts";
import { likeTo, similarTo } from "./partner-likeness.policy.ts";
import { confirmationOf } from "./partner-score.policy.ts";
import { partnersOf, type Search } from "./partner-search.policy.ts";
import { sharedTerms } from "./partner-term.policy.ts";

/** How much of each kind speaks for each organisation, by its number. */
export type Evidence = ReadonlyMap<PartnerReasonKind, Float64Array>;

/** What of each kind speaks for each organisation, before it is weighed. */
export function evidenceFor(search: Search): Evidence {
  const { view } = search;
  const found = new Map<PartnerReasonKind, Float64Array>();
  const add = (kind: PartnerReasonKind, organisation: number, amount: number) => {
    const amounts = found.get(kind) ?? new Float64Array(view.landscape.organisations.length);
    amounts[organisation] = (amounts[organisation] ?? 0) + amount;
    found.set(kind, amounts);
  };
  for (const { kind, holders, rarity } of sharedTerms(search)) {
    for (const holder of holders) add(kind, holder, rarity);
  }
  for (const { organisation, likeness } of similarTo(search)) {
    for (const far of view.partnersOf(organisation)) {
      add(PartnerReasonKind.WORKS_WITH_SIMILAR, far, likeness);
    }
  }
  for (const [far, likeness] of likeTo(search, partnersOf(search))) {
    add(PartnerReasonKind.RESEMBLES_PARTNER, far, likeness);
  }
  for (const partner of partnersOf(search)) {
    const closeness = closenessThrough(view.partnersOf(partner).length);
    for (const far of view.partnersOf(partner)) {
      add(PartnerReasonKind.COMMON_PARTNER, far, closeness);
    }
  }
  addOwnMerits(search, add);
  return found;
}

/** What speaks for an organisation whoever asks. */
function addOwnMerits(
  { view, objectives, seeker, without, pool }: Search,
  add: (kind: PartnerReasonKind, organisation: number, amount: number) => void,
): void {
  const organisations = view.landscape.organisations;
  const wanted = objectives ?? organisations[seeker]?.profile.objectives ?? [];
  organisations.forEach(({ lastConfirmedOn }, number) => {
    if (pool[number] === 0) return;
    const degree = view.partnersOf(number).length - (number === without ? 1 : 0);
    if (degree > 0) add(PartnerReasonKind.WELL_CONNECTED, number, degree);
    const practices = wanted.length > 0 ? view.practicesOf(number, wanted).length : 0;
    if (practices > 0) add(PartnerReasonKind.PUBLISHED_PRACTICE, number, practices);
    const confirmation = confirmationOf(lastConfirmedOn, view.day);
    if (confirmation > 0) add(PartnerReasonKind.RECENTLY_CONFIRMED, number, confirmation);
  });
}

/** Adamic and Adar's: the fewer partners somebody has, the more it ties those together. */
const closenessThrough = (partners: number): number => 1 / Math.log(2 + partners);
