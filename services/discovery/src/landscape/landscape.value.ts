import type { Protected } from "@convene/shared/audience";
import { foldName } from "@convene/shared/table/text-folding";
import { AmountPool } from "./amount-pool.value.ts";
import type { TermFacet, WantFacet } from "../organisation/organisation-term.value.ts";
import { withKnownAreas } from "./landscape-area.value.ts";
import type { Arc, LandscapeTie } from "./landscape-tie.value.ts";
import { type NumberedTie, RelationshipArcs } from "./relationship-arcs.value.ts";
import { TieKind } from "../tie/tie.enum.ts";

/** A thing with a name that organisations may be tied to. */
export interface Place extends Protected {
  readonly id: string;
  readonly name: string;
}

export interface LandscapeOrganisation extends Place {
  readonly countries: readonly string[];
  /** Each value once. */
  readonly profile: Readonly<Record<TermFacet, readonly string[]>>;
  /** In their own words. */
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  /** What people call the areas, in the order of the profile's. */
  readonly areaNames: readonly string[];
  readonly lastConfirmedOn: string | null;
  /** Whether others are told of it. */
  readonly isOpenToPartners: boolean;
}

export interface PublishedPractice extends Place {
  readonly objectives: readonly number[];
  /** Blank where nobody knows. */
  readonly publishedAt: string;
}

export interface TiedEnds {
  readonly source: string;
  readonly target: string;
  readonly tie: LandscapeTie;
}

/** What the tables hold, in any order. */
export interface LandscapeRows {
  readonly organisations: readonly LandscapeOrganisation[];
  readonly places: readonly Place[];
  readonly practices: readonly PublishedPractice[];
  readonly ties: readonly TiedEnds[];
}

/** By what organisations are likened to each other: what they do and where, in no language. */
export const LIKENED: readonly TermFacet[] = ["objectives", "sectors", "areas"];

const BELONGINGS: readonly TieKind[] = [TieKind.SEAT, TieKind.NETWORK_MEMBERSHIP];

/**
 * All organisations and their ties, as of one moment, in memory: whoever may see them. An
 * organisation is known by its number here, by which arrays count; the order is that of the ids.
 */
export class Landscape {
  readonly organisations: readonly LandscapeOrganisation[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, Place>;
  readonly practices: ReadonlyMap<string, PublishedPractice>;
  /** Those that end in an organisation too. */
  readonly relationships: RelationshipArcs;
  /** For each organisation its seats and memberships. */
  readonly belongings: readonly Arc<string>[][];
  /** For each organisation the practices that it implemented, or had part in. */
  readonly parts: readonly Arc<string>[][];
  /** For each published practice who implemented it, each time that a tie says so. */
  readonly implementers: ReadonlyMap<PublishedPractice, readonly number[]>;
  /** For each group, network or practice the organisations tied to it. */
  readonly tiedTo: ReadonlyMap<string, readonly Arc<number>[]>;
  /** Of each profile as a vector, by what profiles are likened. */
  readonly lengths: Float64Array;
  /** When each record was confirmed, in milliseconds; NaN for never. */
  readonly confirmedAt: Float64Array;
  readonly amounts: AmountPool;
  private readonly holders = new Map<string, number[]>();

  constructor({ organisations, places, practices, ties }: LandscapeRows) {
    this.organisations = [...withKnownAreas(organisations)].sort((one, other) =>
      one.id < other.id ? -1 : 1,
    );
    this.amounts = new AmountPool(organisations.length);
    this.numberOf = new Map(this.organisations.map(({ id }, number) => [id, number]));
    this.places = new Map(places.map((place) => [place.id, place]));
    this.practices = new Map(practices.map((practice) => [practice.id, practice]));
    const arcs = arcsOf(ties, this.numberOf);
    this.relationships = arcs.relationships;
    this.belongings = arcs.belongings;
    this.parts = arcs.parts;
    this.implementers = new Map(
      practices.map((practice) => [practice, implementersIn(arcs.tiedTo.get(practice.id) ?? [])]),
    );
    this.tiedTo = arcs.tiedTo;
    this.lengths = Float64Array.from(this.organisations, ({ profile }) =>
      Math.sqrt(LIKENED.reduce((sum, facet) => sum + profile[facet].length, 0)),
    );
    this.confirmedAt = Float64Array.from(this.organisations, ({ lastConfirmedOn }) =>
      lastConfirmedOn === null ? NaN : Date.parse(lastConfirmedOn),
    );
    this.organisations.forEach(({ profile, needs, offers }, number) => {
      const wants = { needs: wordsOf(needs), offers: wordsOf(offers) };
      for (const [facet, values] of Object.entries({ ...profile, ...wants })) {
        for (const value of values) push(this.holders, `${facet} ${value}`, number);
      }
    });
  }

  /** Who has the value in its profile, in their order; needs and offers are asked for folded. */
  holdersOf(facet: TermFacet | WantFacet, value: string): readonly number[] {
    return this.holders.get(`${facet} ${value}`) ?? [];
  }
}

/** Each folded, once. */
const wordsOf = (words: readonly string[]): string[] => [...new Set(words.map(foldName))];

function arcsOf(ties: readonly TiedEnds[], numberOf: ReadonlyMap<string, number>) {
  const none = <T>(): T[][] => Array.from(numberOf, () => []);
  const relationships: NumberedTie[] = [];
  const belongings = none<Arc<string>>();
  const parts = none<Arc<string>>();
  const tiedTo = new Map<string, Arc<number>[]>();
  for (const { source, target, tie } of ties) {
    const from = numberOf.get(source);
    const far = numberOf.get(target);
    if (from === undefined) continue;
    if (tie.kind !== TieKind.RELATIONSHIP) {
      const own = BELONGINGS.includes(tie.kind) ? belongings : parts;
      own[from]?.push({ to: target, tie, isOutward: true });
      push(tiedTo, target, { to: from, tie, isOutward: false });
    } else if (far !== undefined && far !== from) {
      relationships.push({ from, to: far, tie });
    }
  }
  return {
    relationships: new RelationshipArcs(numberOf.size, relationships),
    belongings: belongings.map(fitted),
    parts: parts.map(fitted),
    tiedTo,
  };
}

/** A list that has grown has room for many more. */
const fitted = <T>(list: readonly T[]): T[] => list.slice();

/** Whether the tie says that its organisation implemented the practice in which it ends. */
export const isImplementing = ({ kind, label }: LandscapeTie): boolean =>
  kind === TieKind.PRACTICE && label === "IMPLEMENTER";

const implementersIn = (arcs: readonly Arc<number>[]): number[] =>
  arcs.flatMap(({ to, tie }) => (isImplementing(tie) ? [to] : []));

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
