import { foldName } from "@convene/shared/table/text-folding";
import type { LandscapeView } from "../landscape/landscape-view.policy.ts";
import type { LandscapeOrganisation } from "../landscape/landscape.value.ts";
import type { TermFacet, WantFacet } from "../organisation/organisation-term.value.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { PartnerReasonKind } from "./partner.enum.ts";
import { rarityOf } from "./partner-score.policy.ts";
import { holdersOf, type Search, valuesOf } from "./partner-search.policy.ts";

const SHARED: readonly (readonly [TermFacet, PartnerReasonKind])[] = [
  ["objectives", PartnerReasonKind.SHARED_OBJECTIVE],
  ["sectors", PartnerReasonKind.SHARED_SECTOR],
  ["areas", PartnerReasonKind.SHARED_AREA],
  ["languages", PartnerReasonKind.SHARED_LANGUAGE],
];

const BELONGING: readonly (readonly [TieKind, PartnerReasonKind])[] = [
  [TieKind.SEAT, PartnerReasonKind.SHARED_GROUP],
  [TieKind.NETWORK_MEMBERSHIP, PartnerReasonKind.SHARED_NETWORK],
];

/** What the seeker has, who complements it, and by what. */
const COMPLEMENTS: readonly (readonly [WantFacet, WantFacet, PartnerReasonKind])[] = [
  ["needs", "offers", PartnerReasonKind.OFFERS_NEEDED],
  ["offers", "needs", PartnerReasonKind.NEEDS_OFFERED],
];

/** Something that the seeker has or asks for, and who has it too, or has what it lacks. */
export interface SharedTerm {
  readonly kind: PartnerReasonKind;
  readonly value: string;
  readonly label: string;
  readonly holders: readonly number[];
  readonly rarity: number;
}

export function sharedTerms(search: Search): SharedTerm[] {
  const { view, open, seeker } = search;
  const { landscape } = view;
  const own = landscape.organisations[seeker];
  const all = open.count();
  const facet = (name: TermFacet, kind: PartnerReasonKind, values: readonly string[]) =>
    values.map((value): SharedTerm => {
      const holders = holdersOf(search, name, value);
      const label = name === "areas" ? areaNamed(own, value) : value;
      return { kind, value, label, holders, rarity: rarityOf(countSeen(open, holders), all) };
    });
  const asked = (search.objectives ?? []).filter((it) => !own?.profile.objectives.includes(it));
  return [
    ...SHARED.flatMap(([name, kind]) => facet(name, kind, valuesOf(search, seeker, name))),
    ...facet("objectives", PartnerReasonKind.ASKED_OBJECTIVE, asked),
    ...BELONGING.flatMap(([tie, kind]) =>
      view.placesOf(seeker, tie).map(({ id, name }): SharedTerm => {
        const rarity = rarityOf(open.membersOf(id).length, all);
        return { kind, value: id, label: name, holders: view.membersOf(id), rarity };
      }),
    ),
    ...COMPLEMENTS.flatMap(([mine, theirs, kind]) => {
      const words = new Map((own?.[mine] ?? []).map((word) => [foldName(word), word]));
      return [...words].map(([folded, word]): SharedTerm => {
        const holders = landscape.holdersOf(theirs, folded);
        const rarity = rarityOf(countSeen(open, holders), all);
        return { kind, value: word, label: word, holders, rarity };
      });
    }),
    ...[...search.brief].map(([word, holders]): SharedTerm => {
      const rarity = rarityOf(countSeen(open, holders), all);
      return { kind: PartnerReasonKind.BRIEF, value: word, label: word, holders, rarity };
    }),
  ];
}

const areaNamed = (own: LandscapeOrganisation | undefined, area: string): string =>
  own?.areaNames[own.profile.areas.indexOf(area)] ?? area;

const countSeen = (view: LandscapeView, organisations: readonly number[]): number =>
  organisations.reduce((sum, it) => sum + (view.sees(it) ? 1 : 0), 0);
