import { normaliseName } from "@convene/shared/table/name-key";
import type { OrganisationIdentifier } from "@convene/stakeholders/organisation/organisation-identifier.entity";
import {
  type Organisation,
  OrganisationArea,
} from "@convene/stakeholders/organisation/organisation.entity";
import { namesOf } from "./organisation-name.ts";
import type { Outline } from "./outline.ts";
import { daysFrom, type Profile } from "./profile.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";
import { areasOf, COUNTRIES } from "./words.ts";

/** Who gave the identifiers of generated organisations: by these they are known as such. */
const SCHEME = "generated";

type Row = RowOf<Organisation, "category" | "mergedInto">;

interface Made {
  readonly row: Row;
  readonly identifiers: readonly RowOf<OrganisationIdentifier, "organisation">[];
}

export function organisationOf(outline: Outline, profile: Profile): Made {
  const { seed, day } = outline;
  const { id, index, country, category, topics, audience } = profile;
  const random = new Random(seed, "organisation", index);
  const areas = random.some(areasOf(country.code), random.int(1, 3));
  const named = namesOf(profile, areas[0], random);
  const entered = daysFrom(day, -random.int(1, 1_800));
  const createdAt = new Date(`${entered}T09:00:00.000Z`);
  const row: Row = {
    id,
    ...named,
    nameKey: normaliseName(named.name),
    otherNames: [],
    otherNameKeys: [],
    provenance: [],
    fieldAudiences: {},
    categoryId: category,
    countries: countriesOf(profile, random),
    areas: areas.map((area) => Object.assign(new OrganisationArea(), area)),
    objectiveNumbers: objectivesOf(profile, random),
    sectors: [...new Set(topics.flatMap(({ sectors }) => sectors))].sort(),
    needs: [],
    offers: [],
    isOpenToPartners: true,
    languages: [
      ...new Set(profile.isInternational ? ["en", "fr", ...country.languages] : country.languages),
    ],
    website: random.chance(0.5) ? `https://www.org-${seed}-${index}.example/` : null,
    description: random.chance(0.8) ? describe(profile) : null,
    lastConfirmedOn: random.chance(0.6) ? daysFrom(entered, random.int(0, 1)) : null,
    audience,
    networks: [...(outline.networksOf[index] ?? [])],
    enteredById: null,
    mergedIntoId: null,
    createdAt,
    updatedAt: createdAt,
  };
  const identifier = { scheme: SCHEME, value: `${seed}-${index}`, organisationId: id };
  return { row, identifiers: [identifier] };
}

function countriesOf({ country, isInternational }: Profile, random: Random): string[] {
  const others = isInternational
    ? random.int(4, 25)
    : random.weighted([
        [0, 80],
        [1, 14],
        [3, 6],
      ]);
  const codes = random.some(COUNTRIES, others).map(({ code }) => code);
  return [...new Set([country.code, ...codes])];
}

function objectivesOf({ topics }: Profile, random: Random): number[] {
  const more = random.chance(0.3) ? [random.int(1, 23)] : [];
  const numbers = [...topics.flatMap(({ objectives }) => objectives), ...more];
  return [...new Set(numbers)].sort((one, other) => one - other);
}

const describe = ({ topics }: Profile): string =>
  `Works on ${topics.map(({ words }) => words.en.toLowerCase()).join(", ")}. Generated for trying out and measuring; not a real organisation.`;
