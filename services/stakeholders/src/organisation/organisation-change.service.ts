import { invalid } from "@convene/shared/errors";
import {
  distinct,
  numbersUpTo,
  optionalText,
  requiredText,
  webAddress,
} from "@convene/shared/input";
import { normaliseName } from "@convene/shared/table/name-key";
import { Audience } from "@convene/shared/audience";
import { type Identifier, readIdentifierOf } from "./identifier.value.ts";
import type { OrganisationFieldAudienceInput } from "./organisation-field.inputs.ts";
import type { FieldAudiences } from "./organisation-field.enum.ts";
import { type Organisation, OrganisationArea, OrganisationName } from "./organisation.entity.ts";
import { enteredFrom, otherNamesOf } from "./organisation-origin.value.ts";
import type {
  CreateOrganisationInput,
  OrganisationAreaInput,
  OrganisationIdentifierInput,
  OrganisationNameInput,
  UpdateOrganisationInput,
} from "./organisation.inputs.ts";

type Given = CreateOrganisationInput | UpdateOrganisationInput;
type Values<T> = readonly T[] | null;

/**
 * What an input says about an organisation: checked, and without what it leaves out.
 *
 * @throws BAD_USER_INPUT
 */
export function readChange(input: Given): Partial<Organisation> {
  return {
    ...(input.name !== undefined && nameOf(input.name)),
    ...given(input.names, (names) => ({ names: namesOf(names ?? []) })),
    ...given(input.otherNames, (names) => otherNamesOf(names ?? [])),
    ...given(input.provenance, (sources) => ({ provenance: enteredFrom(sources ?? []) })),
    ...given(input.acronym, (text) => ({ acronym: optionalText("acronym", text, 40) })),
    ...given(input.category, (category) => ({ categoryId: category })),
    ...given(input.countries, (codes) => ({
      countries: distinct("countries", codes ?? [], 250),
    })),
    ...given(input.areas, (areas) => ({ areas: areasOf(areas ?? []) })),
    ...given(input.objectives, (numbers) => ({
      objectiveNumbers: numbersUpTo("objectives", numbers ?? [], 23),
    })),
    ...given(input.sectors, (words) => ({ sectors: wordsOf("sectors", words) })),
    ...given(input.languages, (tags) => ({
      languages: distinct("languages", (tags ?? []).map(canonical), 50),
    })),
    ...given(input.needs, (words) => ({ needs: wordsOf("needs", words) })),
    ...given(input.offers, (words) => ({ offers: wordsOf("offers", words) })),
    ...given(input.isOpenToPartners, (isOpen) => ({ isOpenToPartners: isOpen ?? true })),
    ...given(input.website, (address) => ({ website: webAddress("website", address) })),
    ...given(input.description, (text) => ({
      description: optionalText("description", text, 5_000),
    })),
    ...given(input.audience, (audience) => {
      if (audience === null) throw invalid("audience", "audience cannot be taken away");
      return { audience };
    }),
    ...given(input.fieldAudiences, (fields) => ({ fieldAudiences: audiencesOf(fields ?? []) })),
  };
}

/** The country of every area is among the countries. */
export const withCountriesOfAreas = ({ countries, areas }: Organisation): string[] => [
  ...new Set([...countries, ...areas.map(({ country }) => country)]),
];

/** Undefined where the input leaves them out. */
export function readIdentifiers(input: Given): Identifier[] | undefined {
  if (input.identifiers === undefined) return undefined;
  const identifiers = (input.identifiers ?? []).map(identifierOf);
  const keys = identifiers.map(({ scheme, value }) => `${scheme} ${value.toLowerCase()}`);
  if (new Set(keys).size < keys.length) {
    throw invalid("identifiers", "identifiers hold the same one twice");
  }
  return distinct("identifiers", identifiers, 50);
}

const given = <T, U>(value: T | undefined, to: (value: T) => U): U | undefined =>
  value === undefined ? undefined : to(value);

function nameOf(text: string | null): Pick<Organisation, "name" | "nameKey"> {
  const name = requiredText("name", text ?? "");
  const nameKey = normaliseName(name);
  if (nameKey === "") throw invalid("name", "name holds neither a letter nor a digit");
  return { name, nameKey };
}

function namesOf(names: readonly OrganisationNameInput[]): OrganisationName[] {
  const read = names.map(({ language, name }, index) =>
    Object.assign(new OrganisationName(), {
      language: canonical(language),
      name: requiredText(`names.${index}.name`, name),
    }),
  );
  if (new Set(read.map(({ language }) => language)).size < read.length) {
    throw invalid("names", "names hold a language twice");
  }
  return distinct("names", read, 100);
}

function areasOf(areas: readonly OrganisationAreaInput[]): OrganisationArea[] {
  const read = areas.map(({ country, code, name }, index) =>
    Object.assign(new OrganisationArea(), {
      country,
      code: optionalText(`areas.${index}.code`, code, 20),
      name: requiredText(`areas.${index}.name`, name, 200),
    }),
  );
  return distinct("areas", read, 1_000);
}

function audiencesOf(given: readonly OrganisationFieldAudienceInput[]): FieldAudiences {
  const fields = given.map(({ field }) => field);
  if (new Set(fields).size < fields.length) {
    throw invalid("fieldAudiences", "fieldAudiences hold a field twice");
  }
  const taken = given.findIndex(({ audience }) => audience === Audience.TAKEN_DOWN);
  if (taken >= 0) {
    throw invalid(`fieldAudiences.${taken}.audience`, "Only moderators take something down");
  }
  const narrower = given.filter(({ audience }) => audience !== Audience.PUBLIC);
  return Object.fromEntries(narrower.map(({ field, audience }) => [field, audience]));
}

const wordsOf = (field: string, words: Values<string>): string[] =>
  distinct(
    field,
    (words ?? []).map((word, index) => requiredText(`${field}.${index}`, word, 200)),
    50,
  );

function identifierOf({ scheme, value }: OrganisationIdentifierInput, index: number): Identifier {
  const at = `identifiers.${index}`;
  const read = readIdentifierOf(
    requiredText(`${at}.scheme`, scheme, 50),
    requiredText(`${at}.value`, value, 200),
  );
  if (read.ok) return read.identifier;
  throw invalid(`${at}.${read.fault.part}`, `${at}.${read.fault.part} ${read.fault.reason}`);
}

const canonical = (tag: string): string => Intl.getCanonicalLocales(tag)[0] ?? tag;
