import { minutesOf, weekdayOf } from "../wall-clock/zone-clock.value.ts";
import { PlanConstraintKind } from "./series-plan.enum.ts";

/** An organisation that holds a seat and that the viewer sees. */
export interface SeatedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly countries: readonly string[];
}

/** What a constraint sees of a slot. */
export interface SlotFacts {
  /** In milliseconds. */
  readonly startsAt: number;
  /** The start, on the wall clock of the plan as if it stood in UTC. */
  readonly wall: number;
  /** Its day by its number, and the day on which the meeting ends. */
  readonly day: number;
  readonly lastDay: number;
  readonly durationMinutes: number;
  /** Organisations that somebody can sit for. */
  readonly present: ReadonlySet<string>;
  /** Languages for which an interpreter is available. */
  readonly interpreted: ReadonlySet<string>;
}

/** What must hold of every meeting. */
export interface PlanConstraint {
  readonly kind: PlanConstraintKind;
  /** For people: "At least 12 organisations can come". */
  readonly words: string;
  readonly holds: (slot: SlotFacts) => boolean;
}

export const requiredSeat = (organisation: string, name: string): PlanConstraint => ({
  kind: PlanConstraintKind.REQUIRED_SEAT,
  words: `${name} can come`,
  holds: ({ present }) => present.has(organisation),
});

/** Of all, or of those given. */
export const quorum = (
  atLeast: number,
  organisations: ReadonlySet<string> | null = null,
): PlanConstraint => ({
  kind: PlanConstraintKind.QUORUM,
  words: `At least ${atLeast} ${organisationsIn(atLeast)} can come`,
  holds: ({ present }) =>
    (organisations ? countOf(present, organisations) : present.size) >= atLeast,
});

export interface QuorumPart {
  /** `Africa`, say. */
  readonly name: string;
  readonly atLeast: number;
  readonly organisations: ReadonlySet<string>;
}

export const quorumPart = ({ name, atLeast, organisations }: QuorumPart): PlanConstraint => ({
  kind: PlanConstraintKind.QUORUM_PART,
  words: `At least ${atLeast} ${organisationsIn(atLeast)} of "${name}" can come`,
  holds: ({ present }) => countOf(present, organisations) >= atLeast,
});

function countOf(present: ReadonlySet<string>, organisations: ReadonlySet<string>): number {
  let found = 0;
  for (const organisation of present) if (organisations.has(organisation)) found += 1;
  return found;
}

export const interpreter = (language: string): PlanConstraint => ({
  kind: PlanConstraintKind.INTERPRETER,
  words: `An interpreter for "${language}" can come`,
  holds: ({ interpreted }) => interpreted.has(language),
});

export const noHoliday = (country: string, days: ReadonlySet<number>): PlanConstraint => ({
  kind: PlanConstraintKind.HOLIDAYS,
  words: `Not on a public holiday of ${country}`,
  holds: ({ day, lastDay }) => !days.has(day) && !days.has(lastDay),
});

export const noWeekend = (country: string, weekend: ReadonlySet<number>): PlanConstraint => ({
  kind: PlanConstraintKind.WEEKEND,
  words: `Not at the weekend of ${country}`,
  holds: ({ day, lastDay }) => !weekend.has(weekdayOf(day)) && !weekend.has(weekdayOf(lastDay)),
});

export interface BlockedDates {
  readonly words: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

export const notBetween = ({ words, firstDay, lastDay: end }: BlockedDates): PlanConstraint => ({
  kind: PlanConstraintKind.BLOCKED_DATES,
  words,
  holds: ({ day, lastDay }) => lastDay < firstDay || day > end,
});

export const onWeekdays = (words: string, weekdays: ReadonlySet<number>): PlanConstraint => ({
  kind: PlanConstraintKind.WEEKDAYS,
  words,
  holds: ({ day }) => weekdays.has(weekdayOf(day)),
});

/** What is over, or has begun, can be planned no more. */
export const notBefore = (now: number): PlanConstraint => ({
  kind: PlanConstraintKind.PAST,
  words: "Not in the past",
  holds: ({ startsAt }) => startsAt > now,
});

export interface HoursOfDay {
  readonly words: string;
  /** Minutes since midnight. */
  readonly earliest: number;
  readonly latest: number;
}

export const betweenHours = ({ words, earliest, latest }: HoursOfDay): PlanConstraint => ({
  kind: PlanConstraintKind.HOURS,
  words,
  holds: ({ wall, durationMinutes }) =>
    minutesOf(wall) >= earliest && minutesOf(wall) + durationMinutes <= latest,
});

const organisationsIn = (number: number): string =>
  number === 1 ? "organisation" : "organisations";
