import { Audience } from "@convene/shared/audience";
import { generatedId } from "./generated-id.ts";
import { Random } from "./random.ts";
import { COUNTRIES, WORDS } from "./words.ts";
import type { Country, Topic } from "./words.schema.ts";

/** What a network is made from: the same recipe makes the same network. */
export interface Recipe {
  /** How many; exactly so many are made. */
  readonly organisations: number;
  readonly seed: number;
  /** `2026-11-24`: the day on which the network stands as it does; its dates are counted from it. */
  readonly day: string;
}

/** What everything else about an organisation follows from. */
export interface Profile {
  readonly index: number;
  readonly id: string;
  /** Works in many countries. The first few are so, and being first become the hubs. */
  readonly isInternational: boolean;
  readonly country: Country;
  /** An id of `stakeholder-categories.json`. */
  readonly category: string;
  /** The first leads. */
  readonly topics: readonly Topic[];
  readonly audience: Audience;
}

const NATIONAL: readonly (readonly [string, number])[] = [
  ["civil-society", 34],
  ["migrants", 12],
  ["migrant-diaspora", 9],
  ["faith-based", 6],
  ["local-authorities", 6],
  ["private-sector", 6],
  ["trade-unions", 5],
  ["academia", 6],
  ["media", 3],
  ["foundation", 3],
  ["red-cross-red-crescent", 2],
  ["nhri", 2],
  ["member-state", 3],
  ["parliamentarians", 1],
  ["other", 2],
];
const INTERNATIONAL: readonly (readonly [string, number])[] = [
  ["civil-society", 40],
  ["un-system", 18],
  ["intergovernmental", 12],
  ["foundation", 14],
  ["trade-unions", 8],
  ["faith-based", 8],
];
const INTERNATIONAL_SHARE = 0.02;

const AUDIENCES = [
  [Audience.PUBLIC, 86],
  [Audience.NETWORK, 9],
  [Audience.ORGANISATION, 4],
  [Audience.NOBODY, 1],
] as const;

const weights = COUNTRIES.map((country) => [country, country.weight] as const);

export const organisationIdOf = (seed: number, index: number): string =>
  generatedId({ seed, prefix: "org", index });

export function profileOf({ organisations, seed }: Recipe, index: number): Profile {
  const random = new Random(seed, "profile", index);
  const isInternational = index < Math.ceil(organisations * INTERNATIONAL_SHARE);
  return {
    index,
    id: organisationIdOf(seed, index),
    isInternational,
    country: random.weighted(weights),
    category: random.weighted(isInternational ? INTERNATIONAL : NATIONAL),
    topics: random.some(WORDS.topics, random.int(1, isInternational ? 4 : 2)),
    audience: isInternational ? Audience.PUBLIC : random.weighted(AUDIENCES),
  };
}

const DAY = 86_400_000;

/** So many days after a date, or before it where they are negative. */
export const daysFrom = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

interface Dated {
  readonly startDate: string;
  readonly endDate: string | null;
}

export const holdsOn = ({ startDate, endDate }: Dated, day: string): boolean =>
  startDate <= day && (endDate === null || endDate > day);

/** Since some day of the last seven years; one in so many has ended, and some end one day. */
export function period(random: Random, day: string, ended: number): Dated {
  const since = random.int(30, 2_500);
  const startDate = daysFrom(day, -since);
  if (random.chance(ended)) return { startDate, endDate: daysFrom(day, -random.int(0, since)) };
  const endDate = random.chance(0.08) ? daysFrom(day, random.int(1, 900)) : null;
  return { startDate, endDate };
}
