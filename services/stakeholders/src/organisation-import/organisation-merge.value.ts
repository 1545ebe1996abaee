import { normaliseName } from "@convene/shared/table/name-key";
import { collapseSpace, foldText, foldWords } from "@convene/shared/table/text-folding";
import type { RowFault } from "@convene/shared/table/row-reading";
import type { Identifier } from "../organisation/identifier.value.ts";
import {
  type Organisation,
  OrganisationArea,
  type OrganisationName,
} from "../organisation/organisation.entity.ts";
import { otherNameKeys } from "../organisation/organisation-origin.value.ts";
import type { OrganisationOtherName } from "../organisation/organisation-other-name.entity.ts";
import type { OrganisationProvenance } from "../organisation/organisation-provenance.entity.ts";
import { identifierKey } from "./file-identifier.value.ts";
import type { RosterEntry } from "./organisation-roster.value.ts";

/** A first-level area as a row names it. */
export interface AreaInFile {
  /** Where the file says it of the area itself. */
  readonly country?: string;
  readonly code: string | null;
  readonly name: string;
}

/** What a row says about an organisation; null where it says nothing. */
export interface OrganisationContent {
  readonly identifier: Identifier | null;
  readonly acronym: string | null;
  readonly categoryId: string | null;
  readonly website: string | null;
  readonly description: string | null;
  /** Null where the row names a country that nobody can read. */
  readonly countries: readonly string[] | null;
  readonly areas: readonly AreaInFile[];
  readonly sectors: readonly string[];
  readonly languages: readonly string[];
  /** Those that only some files tell. */
  readonly objectives?: readonly number[];
  readonly needs?: readonly string[];
  readonly offers?: readonly string[];
  readonly names?: readonly OrganisationName[];
  readonly otherNames?: readonly OrganisationOtherName[];
  /** Noted where the row gave something. */
  readonly provenance?: OrganisationProvenance;
  /** Further ones, beside the one by which it is known again. */
  readonly identifiers?: readonly Identifier[];
}

/** As many as the API takes. */
const MOST = {
  ...{ countries: 250, areas: 1_000, sectors: 50, languages: 50, identifiers: 50 },
  ...{ objectiveNumbers: 23, needs: 50, offers: 50, names: 100, otherNames: 100 },
} as const;

const LISTS = [
  ...(["countries", "areas", "sectors", "languages"] as const),
  ...(["objectiveNumbers", "needs", "offers", "names", "otherNames"] as const),
];

type Lists = Pick<Organisation, (typeof LISTS)[number]>;

export interface Merged {
  /** The entry as given where the row adds nothing. */
  readonly entry: RosterEntry;
  /** What there was no room or no place for. */
  readonly faults: readonly RowFault[];
}

/**
 * A file fills what is blank, and adds to lists what they lack. It never changes or takes away what
 * is there: that may be somebody's correction.
 */
export function merge(entry: RosterEntry, content: OrganisationContent): Merged {
  const faults: RowFault[] = [];
  const before = entry.organisation;
  const blanks = {
    acronym: before.acronym ?? content.acronym,
    categoryId: before.categoryId ?? content.categoryId,
    website: before.website ?? content.website,
    description: before.description ?? content.description,
  };
  const place = placeOf(content);
  const lists = listsOf(before, content, place);
  const isNowhere = place === null && content.areas.some(({ country }) => country === undefined);
  if (isNowhere) faults.push(NO_PLACE);
  const kept = { ...lists, ...keepShort(before, lists, faults) };
  const added = addedIdentifiers(entry, content);
  const after = { ...blanks, ...kept, otherNameKeys: otherNameKeys(kept.otherNames) };
  if (added.length === 0 && isSame(before, after)) return { entry, faults };
  const provenance = withSource(before.provenance, content.provenance);
  const organisation = { ...before, ...after, provenance, updatedAt: new Date() };
  return {
    entry: {
      ...entry,
      organisation,
      identifiers: [...entry.identifiers, ...added],
      added: [...entry.added, ...added],
    },
    faults,
  };
}

const MOST_SOURCES = 50;

/** A source is noted once. */
export function withSource(
  known: OrganisationProvenance[],
  one: OrganisationProvenance | undefined,
): OrganisationProvenance[] {
  if (one === undefined || known.length >= MOST_SOURCES) return known;
  return union(known, [one], ({ kind, source, url, retrievedOn }) =>
    JSON.stringify([kind, source, url, retrievedOn]),
  );
}

const listsOf = (
  before: Readonly<Organisation>,
  content: OrganisationContent,
  place: string | null,
): Lists => ({
  countries: union(before.countries, content.countries ?? [], itself),
  areas: withAreas(before.areas, content.areas, place),
  sectors: union(before.sectors, content.sectors, folded),
  languages: union(before.languages, content.languages, itself),
  objectiveNumbers: union(before.objectiveNumbers, content.objectives ?? [], String).toSorted(
    (one, other) => one - other,
  ),
  needs: union(before.needs, content.needs ?? [], folded),
  offers: union(before.offers, content.offers ?? [], folded),
  names: union(before.names, content.names ?? [], ({ language }) => language),
  otherNames: union(
    before.otherNames,
    (content.otherNames ?? []).filter(({ name }) => normaliseName(name) !== before.nameKey),
    ({ name }) => normaliseName(name),
  ),
});

const itself = (one: string): string => one;
const folded = (one: string): string => foldText(collapseSpace(one));

const NO_PLACE: RowFault = {
  field: "areas",
  reason: "cannot be placed: the row does not name exactly one country",
};

/**
 * In which country the row's areas lie. Never guessed by where the organisation works: that may grow,
 * and the row would say something else the next time.
 */
function placeOf({ countries }: OrganisationContent): string | null {
  const [only, ...others] = countries ?? [];
  return others.length === 0 ? (only ?? null) : null;
}

function union<T>(had: readonly T[], more: readonly T[], keyOf: (one: T) => string): T[] {
  const known = new Set(had.map(keyOf));
  const added: T[] = [];
  for (const one of more) {
    if (known.has(keyOf(one))) continue;
    known.add(keyOf(one));
    added.push(one);
  }
  return [...had, ...added];
}

/** An area is known again by its code, or by its name where one of the two has no code. */
function withAreas(
  had: readonly OrganisationArea[],
  more: readonly AreaInFile[],
  place: string | null,
): OrganisationArea[] {
  const areas = [...had];
  for (const { code, name, country = place } of more) {
    if (country === null) continue;
    const isSameArea = (area: OrganisationArea) =>
      area.country === country &&
      (area.code !== null && code !== null
        ? area.code === code
        : foldWords(area.name) === foldWords(name));
    const at = areas.findIndex(isSameArea);
    const known = areas[at];
    if (!known) areas.push(areaOf({ country, code, name }));
    else if (known.code === null && code !== null)
      areas[at] = areaOf({ country: known.country, code, name: known.name });
  }
  return areas;
}

const areaOf = (area: Readonly<Pick<OrganisationArea, "country" | "code" | "name">>) =>
  Object.assign(new OrganisationArea(), area);

/** A list that would grow too long stays as it was. */
function keepShort(
  before: Readonly<Organisation>,
  lists: Lists,
  faults: RowFault[],
): Partial<Lists> {
  const kept: Partial<Lists> = {};
  for (const field of LISTS) {
    if (lists[field].length <= Math.max(MOST[field], before[field].length)) continue;
    Object.assign(kept, { [field]: before[field] });
    faults.push({ field, reason: `would be more than ${MOST[field]}` });
  }
  return kept;
}

function addedIdentifiers(
  { identifiers }: RosterEntry,
  { identifier, identifiers: further = [] }: OrganisationContent,
): Identifier[] {
  const told = identifier === null ? further : [identifier, ...further];
  const all = union(identifiers, told, identifierKey);
  const room = Math.max(MOST.identifiers, identifiers.length);
  return all.slice(identifiers.length, room);
}

function isSame(before: Readonly<Organisation>, after: Partial<Organisation>): boolean {
  const had = Object.keys(after).map((field) => before[field as keyof Organisation]);
  return JSON.stringify(had) === JSON.stringify(Object.values(after));
}
