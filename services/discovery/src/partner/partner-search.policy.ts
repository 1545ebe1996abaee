import type { LandscapeView } from "../landscape/landscape-view.policy.ts";
import type { TermFacet } from "../organisation/organisation-term.value.ts";

/** Who looks for partners, and what for. */
export interface Search {
  /** The number of the organisation in the landscape. */
  readonly seeker: number;
  /** What the asker may see. */
  readonly view: LandscapeView;
  /** What everybody may see: rarity is counted here, so that no score tells of what is hidden. */
  readonly open: LandscapeView;
  /** Where partners, and organisations like the seeker, are looked for. */
  readonly pool: Uint8Array;
  /** Objectives that are asked for; null for any. */
  readonly objectives: readonly string[] | null;
  /** For each word of the brief the organisations whose record has it. */
  readonly brief: ReadonlyMap<string, readonly number[]>;
  /** A partner whose tie with the seeker is taken for unknown, so that something can be learned. */
  readonly without?: number;
  /** For some organisations values of their profiles that are taken for unknown with it. */
  readonly gone?: ReadonlyMap<number, ReadonlySet<string>>;
}

/** The partners that it is known to have. */
export const partnersOf = ({ view, seeker, without }: Search): readonly number[] =>
  without === undefined
    ? view.partnersOf(seeker)
    : view.partnersOf(seeker).filter((partner) => partner !== without);

/** One value of one facet, as it is named in `gone`. */
export const valueKey = (facet: TermFacet, value: string): string => `${facet} ${value}`;

/** The values of a facet in a profile, as far as they are known. */
export function valuesOf({ view, gone }: Search, number: number, facet: TermFacet) {
  const values = view.landscape.organisations[number]?.profile[facet] ?? [];
  const unknown = gone?.get(number);
  return unknown ? values.filter((value) => !unknown.has(valueKey(facet, value))) : values;
}

/** Who is known to have a value. */
export function holdersOf({ view, gone }: Search, facet: TermFacet, value: string) {
  const holders = view.landscape.holdersOf(facet, value);
  if (!gone) return holders;
  const key = valueKey(facet, value);
  return holders.filter((holder) => !gone.get(holder)?.has(key));
}
