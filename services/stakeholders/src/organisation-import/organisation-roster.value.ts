import { normaliseName } from "@convene/shared/table/name-key";
import type { Identifier } from "../organisation/identifier.value.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { type FileIdentifier, identifierKey } from "./file-identifier.value.ts";

/** An organisation as an import has it before it. Never changed in place: replaced. */
export interface RosterEntry {
  readonly id: string;
  readonly organisation: Readonly<Organisation>;
  readonly identifiers: readonly Identifier[];
  /** Those of the identifiers that are not stored yet. */
  readonly added: readonly Identifier[];
  /** Not stored yet. */
  readonly isNew: boolean;
}

/** An organisation as a row names it. */
export interface NamedOrganisation {
  readonly known: FileIdentifier | null;
  /** As `normaliseName` writes it; null where the row gives no name. */
  readonly nameKey: string | null;
  /** The short name that the row gives beside it, written in the same way. */
  readonly acronymKey?: string | null;
  readonly countries: readonly string[];
  /** The field of the row that says which, and what it holds. */
  readonly field: string;
  readonly cell: string;
}

/** None: nothing known fits. Several: it cannot be told which one is meant. */
export type Found =
  | { readonly one: RosterEntry; readonly several?: never }
  | { readonly one: null; readonly several: readonly string[] };

/** The organisations that the rows of a batch may mean. */
export class OrganisationRoster {
  private readonly entries = new Map<string, RosterEntry>();
  private readonly idByIdentifier = new Map<string, string>();
  private readonly idsByName = new Map<string, Set<string>>();
  private readonly idsByOtherName = new Map<string, Set<string>>();
  private readonly idsByAcronym = new Map<string, Set<string>>();

  constructor(entries: readonly RosterEntry[]) {
    for (const entry of entries) this.put(entry);
  }

  put(entry: RosterEntry): void {
    const { id, organisation, identifiers } = entry;
    this.entries.set(id, entry);
    for (const identifier of identifiers) this.idByIdentifier.set(identifierKey(identifier), id);
    addTo(this.idsByName, organisation.nameKey, id);
    for (const key of organisation.otherNameKeys) addTo(this.idsByOtherName, key, id);
    if (organisation.acronym !== null) {
      addTo(this.idsByAcronym, normaliseName(organisation.acronym), id);
    }
  }

  /**
   * By its identifier; else by name and country. Of organisations of the same name, those whose
   * first country is the row's come before those that work there too. A row with an identifier that
   * nobody has yet may mean one without an identifier of that kind. Inside one country a short name
   * and the full one mean the same. What it is called as well, or was called before, comes last.
   */
  find(row: NamedOrganisation): Found {
    const { known, nameKey } = row;
    const id = known?.id ?? (known?.identifier && this.idOf(known.identifier));
    const entry = id == null ? undefined : this.entries.get(id);
    if (entry) return { one: entry };
    if (known?.id != null || nameKey === null) return { one: null, several: [] };
    const namesakes = this.entriesOf(this.idsByName, nameKey);
    const alsoCalled = this.entriesOf(this.idsByOtherName, nameKey);
    return oneOf(
      nearest(withoutRival(namesakes, row), row) ??
        this.byShortName(nameKey, row) ??
        nearest(withoutRival(alsoCalled, row), row) ??
        byNameAlone(namesakes.length > 0 ? namesakes : alsoCalled, row),
    );
  }

  /** Those whose acronym the row's name is; or which are called by the row's acronym and no more. */
  private byShortName(nameKey: string, row: NamedOrganisation): Entries | null {
    const meant = this.entriesOf(this.idsByAcronym, nameKey);
    const bare = this.entriesOf(this.idsByName, row.acronymKey ?? "").filter(isCalledShort);
    const [country] = row.countries;
    return country === undefined ? null : nearest(withoutRival([...meant, ...bare], row), row);
  }

  private idOf(identifier: Identifier): string | undefined {
    return this.idByIdentifier.get(identifierKey(identifier));
  }

  private entriesOf(index: ReadonlyMap<string, Set<string>>, key: string): RosterEntry[] {
    return [...(index.get(key) ?? [])].flatMap((id) => this.entries.get(id) ?? []);
  }
}

type Entries = readonly RosterEntry[];

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  index.set(key, (index.get(key) ?? new Set<string>()).add(id));
}

/** Nothing but a short name is known of it, and its own people have not said that this is right. */
export const isCalledShort = ({ organisation }: RosterEntry): boolean =>
  organisation.acronym === null && organisation.lastConfirmedOn === null;

/** Those without an identifier of the kind that the row has. */
const withoutRival = (entries: Entries, { known }: NamedOrganisation): Entries =>
  known?.identifier
    ? entries.filter(({ identifiers }) =>
        identifiers.every(({ scheme }) => scheme !== known.identifier.scheme),
      )
    : entries;

/** Those of the row's country, or, where it has none, those without one. Null for none. */
function nearest(namesakes: Entries, { countries: [country] }: NamedOrganisation): Entries | null {
  const first = namesakes.filter(({ organisation }) => organisation.countries[0] === country);
  if (first.length > 0) return first;
  const there = namesakes.filter(
    ({ organisation }) => country !== undefined && organisation.countries.includes(country),
  );
  return there.length > 0 ? there : null;
}

/**
 * A row that has neither identifier nor country means whoever has the name. One of which nothing
 * but the name is known yet is meant by any row of that name. Unless several have it.
 */
function byNameAlone(
  namesakes: Entries,
  { known, countries: [country] }: NamedOrganisation,
): Entries {
  if (country === undefined) return known ? [] : namesakes;
  const [only, ...others] = namesakes;
  const isBare = only?.organisation.countries.length === 0 && only.identifiers.length === 0;
  return others.length === 0 && isBare ? [only] : [];
}

function oneOf(entries: Entries): Found {
  const [first, ...others] = entries;
  if (first && others.length === 0) return { one: first };
  return { one: null, several: entries.map(({ id }) => id) };
}
