import { invalid } from "@convene/shared/errors";
import type { ImportSource } from "@convene/shared/file-import/importer";
import { dateOrder, distinct, optionalText, requiredText, webAddress } from "@convene/shared/input";
import { normaliseName } from "@convene/shared/table/name-key";
import { today } from "@convene/shared/today";
import type { Organisation } from "./organisation.entity.ts";
import type {
  OrganisationOtherNameInput,
  OrganisationProvenanceInput,
} from "./organisation-origin.inputs.ts";
import { OrganisationOtherName } from "./organisation-other-name.entity.ts";
import { ProvenanceKind } from "./organisation-provenance.enum.ts";
import { OrganisationProvenance } from "./organisation-provenance.entity.ts";

type OtherNames = Pick<Organisation, "otherNames" | "otherNameKeys">;
type Origin = Pick<Organisation, "provenance"> & OtherNames;

export const otherName = (
  name: string,
  more: Partial<OrganisationOtherName> = {},
): OrganisationOtherName =>
  Object.assign(new OrganisationOtherName(), {
    ...{ name, language: null, from: null, until: null },
    ...more,
  });

export const provenanceOf = (
  kind: ProvenanceKind,
  more: Partial<OrganisationProvenance> = {},
): OrganisationProvenance =>
  Object.assign(new OrganisationProvenance(), {
    ...{ kind, source: null, url: null, license: null, retrievedOn: null },
    ...more,
  });

/** Imports find an organisation by these. */
export const otherNameKeys = (names: readonly OrganisationOtherName[]): string[] => [
  ...new Set(names.map(({ name }) => normaliseName(name)).filter((key) => key !== "")),
];

/** @throws BAD_USER_INPUT */
export function otherNamesOf(given: readonly OrganisationOtherNameInput[]): OtherNames {
  const read = given.map(({ name, language = null, from = null, until = null }, index) => {
    dateOrder(`otherNames.${index}.until`, from, until);
    const tag = language === null ? null : (Intl.getCanonicalLocales(language)[0] ?? language);
    const text = requiredText(`otherNames.${index}.name`, name);
    return otherName(text, { language: tag, from, until });
  });
  const otherNames = distinct("otherNames", read, 100);
  return { otherNames, otherNameKeys: otherNameKeys(otherNames) };
}

/** @throws BAD_USER_INPUT */
export function enteredFrom(given: readonly OrganisationProvenanceInput[]) {
  const read = given.map((one, index) =>
    provenanceOf(ProvenanceKind.ENTERED, readSource(`provenance.${index}`, one)),
  );
  return distinct("provenance", read, 50);
}

interface GivenSource {
  readonly source: string;
  readonly url?: string | null;
  readonly license?: string | null;
  readonly retrievedOn?: string | null;
}

/**
 * Where a record, or a file, comes from.
 *
 * @param at the path of the input
 * @throws BAD_USER_INPUT
 */
export function readSource(
  at: string,
  { source, url, license, retrievedOn = null }: GivenSource,
): ImportSource {
  if (retrievedOn !== null && retrievedOn > today()) {
    throw invalid(`${at}.retrievedOn`, `${retrievedOn} is still to come`);
  }
  return {
    source: requiredText(`${at}.source`, source),
    url: webAddress(`${at}.url`, url),
    license: optionalText(`${at}.license`, license, 100),
    retrievedOn,
  };
}

/** What a file is, and where it comes from, as whoever imports it says. */
export interface FileOrigin {
  readonly file: string | null;
  readonly source: ImportSource | null;
}

/** The data set that a row names, with what the row says of it; else what is said of the file. */
export const importedFrom = (
  { file, source }: FileOrigin,
  row: Partial<ImportSource> = {},
): OrganisationProvenance =>
  provenanceOf(
    ProvenanceKind.IMPORTED,
    row.source ? row : { ...(source ?? { source: file }), ...tolds(row) },
  );

const tolds = (row: Partial<ImportSource>): Partial<ImportSource> =>
  Object.fromEntries(Object.entries(row).filter(([, told]) => told !== null));

/** What a file or a merge brought is not taken away by who says where the rest comes from. */
export function keepingOrigin(
  before: Origin,
  change: Partial<Organisation>,
): Partial<Organisation> {
  const merges = new Map(before.otherNames.map(({ name, mergeId }) => [name, mergeId]));
  const marked = (one: OrganisationOtherName) => {
    const mergeId = merges.get(one.name);
    return mergeId === undefined ? one : Object.assign(one, { mergeId });
  };
  const stays = before.provenance.filter(
    ({ kind, mergeId }) => kind === ProvenanceKind.IMPORTED || mergeId !== undefined,
  );
  return {
    ...change,
    ...(change.otherNames && { otherNames: change.otherNames.map(marked) }),
    ...(change.provenance && { provenance: [...stays, ...change.provenance] }),
  };
}

/** What the one that stays is called, and comes from, once another one was merged into it. */
export function originWith(into: Organisation, from: Organisation, mergeId: string): Origin {
  const known = new Set([into.nameKey, ...into.otherNameKeys]);
  if (into.acronym !== null) known.add(normaliseName(into.acronym));
  const brought = [
    otherName(from.name),
    ...(from.acronym === null ? [] : [otherName(from.acronym)]),
    ...from.names.map(({ name, language }) => otherName(name, { language })),
    ...from.otherNames,
  ];
  const otherNames = [...into.otherNames];
  for (const one of brought) {
    const key = normaliseName(one.name);
    if (known.has(key)) continue;
    known.add(key);
    otherNames.push(Object.assign(new OrganisationOtherName(), one, { mergeId }));
  }
  const provenance = [
    ...into.provenance,
    ...from.provenance.map((one) => Object.assign(new OrganisationProvenance(), one, { mergeId })),
  ];
  return { otherNames, otherNameKeys: otherNameKeys(otherNames), provenance };
}

/** As before the merge, with what was written since. */
export function originWithout({ otherNames, provenance }: Origin, mergeId: string): Origin {
  const isOther = (one: { mergeId?: string }) => one.mergeId !== mergeId;
  const left = otherNames.filter(isOther);
  return {
    otherNames: left,
    otherNameKeys: otherNameKeys(left),
    provenance: provenance.filter(isOther),
  };
}
