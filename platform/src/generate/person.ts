import { faker as arabic } from "@faker-js/faker/locale/ar";
import { faker as english } from "@faker-js/faker/locale/en";
import { faker as spanish } from "@faker-js/faker/locale/es";
import { faker as french } from "@faker-js/faker/locale/fr";
import { faker as russian } from "@faker-js/faker/locale/ru";
import { faker as chinese } from "@faker-js/faker/locale/zh_CN";
import { Audience } from "@convene/shared/audience";
import { foldText } from "@convene/shared/table/text-folding";
import type { Person } from "@convene/stakeholders/person/person.entity";
import type { Role } from "@convene/stakeholders/role/role.entity";
import { RoleAccess } from "@convene/stakeholders/role/role.enum";
import { generatedId } from "./generated-id.ts";
import { type Outline, profileAt } from "./outline.ts";
import {
  daysFrom,
  holdsOn,
  organisationIdOf,
  period,
  type Profile,
  type Recipe,
} from "./profile.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";
import type { UnLanguage } from "./words.schema.ts";

const FAKERS = { ar: arabic, en: english, es: spanish, fr: french, ru: russian, zh: chinese };

const TITLES = ["Director", "Programme officer", "Coordinator", "Legal adviser", "Policy lead"];

const AUDIENCES = [
  [Audience.NETWORK, 70],
  [Audience.PUBLIC, 16],
  [Audience.ORGANISATION, 10],
  [Audience.NOBODY, 4],
] as const;

type RoleRow = RowOf<Role, "organisation" | "person">;

interface Made {
  readonly row: RowOf<Person, "keeper">;
  readonly roles: readonly RoleRow[];
}

/** How many people an organisation has entered; one at least. */
export const peopleCount = ({ seed }: Pick<Recipe, "seed">, organisation: number): number =>
  new Random(seed, "people", organisation).weighted([
    [1, 50],
    [2, 27],
    [3, 15],
    [6, 8],
  ]);

export const personId = (seed: number, organisation: number, place: number): string =>
  generatedId({ seed, prefix: "per", index: organisation, part: place });

/** The people whom one organisation has entered, with their roles there and elsewhere. */
export function peopleOf(outline: Outline, profile: Profile): Made[] {
  const count = peopleCount(outline, profile.index);
  return Array.from({ length: count }, (_, place) => personOf(outline, profile, place));
}

function personOf(outline: Outline, profile: Profile, place: number): Made {
  const { seed, day } = outline;
  const random = new Random(seed, "person", profile.index, place);
  const id = personId(seed, profile.index, place);
  const name = nameIn(profile.country.namedIn, random);
  const roles = rolesOf(outline, profile, { random, place });
  const held = roles.filter((role) => holdsOn(role, day));
  const roleOrganisations = [...new Set(held.map(({ organisationId }) => organisationId))].sort();
  const employers = [profile, ...elsewhere(outline, roles)];
  const networks = employers
    .filter((one) => roleOrganisations.includes(one.id))
    .flatMap((one) => outline.networksOf[one.index] ?? []);
  const row = {
    id,
    name,
    nameKey: foldText(name),
    about: null,
    audience: random.weighted(AUDIENCES),
    roleOrganisations,
    organisations: [...new Set([...roleOrganisations, profile.id])].sort(),
    networks: [...new Set(networks)].sort(),
    keeperId: profile.id,
    listingVersion: null,
    aboutAudience: null,
    ...{ mailAddress: null, mailLanguage: null, mailTimeZone: null },
    createdAt: new Date(`${daysFrom(day, -random.int(1, 1_500))}T09:00:00.000Z`),
  };
  return { row, roles: roles.map(({ at: _, ...role }) => ({ ...role, personId: id })) };
}

interface Placed extends RoleRow {
  /** The index of the organisation. */
  readonly at: number;
}

function rolesOf(
  { seed, day, organisations }: Outline,
  { id, index }: Profile,
  { random, place }: { random: Random; place: number },
): Placed[] {
  const roleId = (part: number) =>
    generatedId({ seed, prefix: "rol", index, part: `${place}/${part}` });
  const base = { personId: null, title: random.pick(TITLES) };
  const access =
    place === 0 ? RoleAccess.OWNER : random.pick([RoleAccess.EDITOR, RoleAccess.DELEGATE, null]);
  const isLasting = { startDate: daysFrom(day, -random.int(30, 2_000)), endDate: null };
  const term = place === 0 ? isLasting : period(random, day, 0.1);
  const own = { ...base, id: roleId(0), at: index, organisationId: id, access, ...term };
  const at = random.int(0, organisations - 1);
  if (at === index || !random.chance(0.12)) return [own];
  const organisationId = organisationIdOf(seed, at);
  const past = period(random, day, 0.7);
  return [own, { ...base, id: roleId(1), at, organisationId, access: null, ...past }];
}

const elsewhere = (outline: Outline, roles: readonly Placed[]): Profile[] =>
  roles.slice(1).map(({ at }) => profileAt(outline, at));

/** As people of the language are called: their names alone, without titles. */
function nameIn(language: UnLanguage, random: Random): string {
  const { first_name: first, last_name: last } = FAKERS[language].definitions.person;
  const sex = random.pick(["female", "male"] as const);
  const of = (names: typeof first) => random.pick(names[sex] ?? names.generic ?? []);
  return language === "zh" ? `${of(last)}${of(first)}` : `${of(first)} ${of(last)}`;
}
