import { Audience } from "@convene/shared/audience";
import { normaliseName } from "@convene/shared/table/name-key";
import { PracticeOrganisationRole } from "@convene/practices/practice/practice-organisation-role.enum";
import type { PracticeOrganisation } from "@convene/practices/practice/practice-organisation.entity";
import { PracticeState } from "@convene/practices/practice/practice-state.enum";
import type { Practice } from "@convene/practices/practice/practice.entity";
import { generatedId } from "./generated-id.ts";
import { type Outline, profileAt } from "./outline.ts";
import { daysFrom, type Profile, type Recipe } from "./profile.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";
import { countryName, fill, WORDS } from "./words.ts";

const PRACTICES_AN_ORGANISATION = 0.3;

const STATES = [
  [PracticeState.PUBLISHED, 70],
  [PracticeState.DRAFT, 10],
  [PracticeState.SUBMITTED, 8],
  [PracticeState.UNDER_REVIEW, 7],
  [PracticeState.WITHDRAWN, 5],
] as const;

/** Ids of `practice-types.json`. */
const TYPES = [
  "project-or-programme",
  "service-provision",
  "partnership-or-platform",
  "training-or-capacity-building",
  "campaign-or-awareness-raising",
  "tool-guidance-or-technology",
  "research-or-data",
  "policy-law-or-strategy",
];

/** Of the guiding principles, paragraph 15. */
const LETTERS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const GOALS = [1, 3, 4, 5, 8, 11, 13, 16, 17];

interface Made {
  readonly row: RowOf<Practice, "type">;
  readonly organisations: readonly RowOf<PracticeOrganisation, "practice">[];
}

const practiceCount = ({ organisations }: Recipe): number =>
  Math.ceil(organisations * PRACTICES_AN_ORGANISATION);

export function* practices(outline: Outline): Generator<Made> {
  for (let index = 0; index < practiceCount(outline); index += 1) yield practiceAt(outline, index);
}

const practiceId = (seed: number, index: number): string =>
  generatedId({ seed, prefix: "prc", index });

const stateOf = (seed: number, index: number): PracticeState =>
  new Random(seed, "practice state", index).weighted(STATES);

/** The id of one that everybody may see; null where chance finds none. */
export function somePublished(outline: Outline, random: Random): string | null {
  const index = random.int(0, practiceCount(outline) - 1);
  return stateOf(outline.seed, index) === PracticeState.PUBLISHED
    ? practiceId(outline.seed, index)
    : null;
}

function practiceAt(outline: Outline, index: number): Made {
  const { seed, day } = outline;
  const random = new Random(seed, "practice", index);
  const id = practiceId(seed, index);
  const lead = profileAt(outline, random.int(0, outline.organisations - 1));
  const { implementers, partners } = castOf(outline, lead, random);
  const state = stateOf(seed, index);
  const isPublished = state === PracticeState.PUBLISHED;
  const began = random.int(300, 2_500);
  const row: Made["row"] = {
    id,
    audience: isPublished ? Audience.PUBLIC : Audience.ORGANISATION,
    organisations: implementers.map((one) => one.id),
    networks: [],
    ...contentOf(lead, random),
    startDate: daysFrom(day, -began),
    endDate: random.chance(0.5) ? daysFrom(day, -began + random.int(100, 1_000)) : null,
    state,
    publishedAt: isPublished
      ? new Date(`${daysFrom(day, -random.int(1, 290))}T12:00:00.000Z`)
      : null,
    steward: null,
    createdAt: new Date(`${daysFrom(day, -random.int(291, 900))}T12:00:00.000Z`),
  };
  const { IMPLEMENTER, PARTNER } = PracticeOrganisationRole;
  const ties = (all: readonly Profile[], role: PracticeOrganisationRole) =>
    all.map((one, at) => ({ practiceId: id, organisationId: one.id, role, position: at + 1 }));
  return { row, organisations: [...ties(implementers, IMPLEMENTER), ...ties(partners, PARTNER)] };
}

function contentOf(lead: Profile, random: Random) {
  const { country, topics } = lead;
  const language = country.namedIn;
  const topic = random.pick(topics);
  const place = countryName(country.code, language);
  const about = fill(random.pick(WORDS.practicesOf)[language], topic.words[language]);
  const title = language === "zh" ? `${place}：${about}` : `${about} (${place})`;
  return {
    title,
    titleKey: normaliseName(title),
    summary: `${title}. Generated for trying out and measuring; not a real practice.`,
    typeId: random.pick(TYPES),
    language,
    objectives: [...topic.objectives].sort((one, other) => one - other),
    guidingPrinciples: random.some(LETTERS, random.int(1, 3)).sort(),
    sdgs: [10, ...random.some(GOALS, random.int(0, 3))].sort((one, other) => one - other),
    countries: [country.code],
  };
}

/** Most of those who work together are of one country. */
function castOf(outline: Outline, lead: Profile, random: Random) {
  const near = outline.byCountry.get(lead.country.code) ?? [];
  const joining = new Set<number>();
  const [others, partners] = [
    random.weighted([
      [0, 70],
      [1, 22],
      [2, 8],
    ]),
    random.int(0, 4),
  ];
  for (let at = 0; at < others + partners; at += 1) {
    joining.add(random.chance(0.7) ? random.pick(near) : random.int(0, outline.organisations - 1));
  }
  joining.delete(lead.index);
  const found = [...joining].map((index) => profileAt(outline, index));
  return { implementers: [lead, ...found.slice(0, others)], partners: found.slice(others) };
}
