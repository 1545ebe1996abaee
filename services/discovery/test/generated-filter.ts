import fc from "fast-check";
import {
  AREAS,
  CATEGORIES,
  COUNTRIES,
  DAYS,
  IDS,
  LANGUAGES,
  OBJECTIVES,
  SECTORS,
  WANTS,
  TYPES,
} from "./generated-network.ts";

export interface FacetAsked<T> {
  readonly anyOf?: T[];
  readonly allOf?: T[];
  readonly noneOf?: T[];
}

export interface FilterAsked {
  readonly objectives?: FacetAsked<number>;
  readonly countries?: FacetAsked<string>;
  readonly areas?: FacetAsked<string>;
  readonly categories?: FacetAsked<string>;
  readonly sectors?: FacetAsked<string>;
  readonly languages?: FacetAsked<string>;
  readonly needs?: FacetAsked<string>;
  readonly offers?: FacetAsked<string>;
  readonly networks?: FacetAsked<string>;
  readonly workingGroups?: FacetAsked<string>;
  readonly inMyWorkingGroups?: boolean;
  readonly publishedPracticeSince?: string;
  readonly metSince?: string;
  readonly notMetSince?: string;
  readonly confirmedSince?: string;
  readonly relatedTo?: { organisation: string; types?: string[]; isExcluded?: boolean };
  readonly includeInherited?: boolean;
}

const list = <T>(values: readonly T[]) => fc.array(fc.constantFrom(...values), { maxLength: 3 });
const facet = <T>(values: readonly T[]) =>
  fc.record(
    { anyOf: list(values), allOf: list(values), noneOf: list(values) },
    { requiredKeys: [] },
  );
/** Of a facet of which an organisation has one value: nothing is two at once. */
const single = <T>(values: readonly T[]) =>
  fc.record({ anyOf: list(values), noneOf: list(values) }, { requiredKeys: [] });
const day = fc.constantFrom("2021-06-01", "2025-06-01", "2025-06-02", ...DAYS);

const parts = {
  objectives: facet(OBJECTIVES),
  countries: facet(COUNTRIES),
  areas: facet(AREAS),
  categories: single(CATEGORIES),
  sectors: facet(SECTORS),
  languages: facet(LANGUAGES),
  needs: facet(WANTS),
  offers: facet(WANTS),
  networks: facet(IDS.net),
  workingGroups: facet(IDS.grp),
  inMyWorkingGroups: fc.boolean(),
  publishedPracticeSince: day,
  metSince: day,
  notMetSince: day,
  confirmedSince: day,
  relatedTo: fc.record(
    {
      organisation: fc.constantFrom(...IDS.org),
      types: fc.subarray([...new Set(TYPES), "HOSTS"]),
      isExcluded: fc.boolean(),
    },
    { requiredKeys: ["organisation"] },
  ),
};

/** Days of which the past is asked; null for none. */
export const asOf = fc.option(
  fc.constantFrom("2019-12-31", "2021-05-31", "2021-06-01", "2025-06-01", ...DAYS),
  { freq: 2 },
);

/** What is asked of things of all types at once. */
export interface HitFilterAsked {
  readonly objectives?: FacetAsked<number>;
  readonly countries?: FacetAsked<string>;
  readonly languages?: FacetAsked<string>;
  readonly networks?: FacetAsked<string>;
  readonly workingGroups?: FacetAsked<string>;
  readonly years?: FacetAsked<string>;
  readonly since?: string;
  readonly before?: string;
}

const hitParts = {
  objectives: facet(OBJECTIVES),
  countries: facet(COUNTRIES),
  languages: facet(LANGUAGES),
  networks: facet(IDS.net),
  workingGroups: facet(IDS.grp),
  years: single(["2021", "2025"]),
  since: day,
  before: day,
};

/** Up to three conditions: with more, nothing is left to compare. */
const upToThree = <T extends object>(all: { [Part in keyof T]-?: fc.Arbitrary<T[Part]> }) =>
  fc
    .tuple(fc.record(all), fc.subarray(Object.keys(all), { maxLength: 3 }))
    .map(
      ([given, names]) =>
        Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name))) as T,
    );

export const filter: fc.Arbitrary<FilterAsked> = fc
  .tuple(upToThree<Omit<FilterAsked, "includeInherited">>(parts), fc.boolean())
  .map(([asked, includeInherited]) => ({ ...asked, includeInherited }));

export const hitFilter: fc.Arbitrary<HitFilterAsked> = upToThree<HitFilterAsked>(hitParts);
