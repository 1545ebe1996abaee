import { invalid } from "@convene/shared/errors";
import { countriesOfRegions } from "@convene/shared/hub-region";
import { dateOrder, distinct, optionalText, requiredText } from "@convene/shared/input";
import { Weekday } from "../availability/availability.enum.ts";
import { dateWords, freeOn, type KeptFree } from "../free-date/free-date.value.ts";
import { checkTime, minutesOfTime } from "../local-hour/weekly-hours.value.ts";
import { dateOfDay, dayNumber } from "../wall-clock/zone-clock.value.ts";
import {
  checkHolidayCountry,
  publicHolidays,
  weekendOf,
} from "../public-holiday/public-holiday.value.ts";
import { charterQuorum, type CharterFacts } from "./charter-quorum.value.ts";
import {
  betweenHours,
  interpreter,
  noHoliday,
  notBefore,
  notBetween,
  noWeekend,
  onWeekdays,
  type PlanConstraint,
  quorum,
  quorumPart,
  requiredSeat,
  type SeatedOrganisation,
} from "./plan-constraint.value.ts";
import type {
  InterpreterInput,
  PlanConstraintsInput,
  QuorumPartInput,
} from "./plan-constraints.inputs.ts";

export interface ConstraintFacts extends CharterFacts {
  /** No other is counted, neither by a quorum nor by an error: it would tell that they are there. */
  readonly visible: readonly SeatedOrganisation[];
  /** Now, where the plan begins earlier; null where all of it is to come. */
  readonly now: number | null;
  readonly timeZone: string;
  readonly years: readonly number[];
  /** Languages that those who fill the seats need interpreted. */
  readonly needed: ReadonlySet<string>;
  /** What the network keeps free, with the reasons that the viewer may know. */
  readonly free: readonly KeptFree[];
}

/** Whether an interpreter is asked for: in any case, or because somebody needs one. */
export const isAsked = (
  { language, onlyIfNeeded }: Pick<InterpreterInput, "language" | "onlyIfNeeded">,
  needed: ReadonlySet<string>,
): boolean => !onlyIfNeeded || needed.has(language);

/**
 * What must hold of every meeting, checked.
 *
 * @throws BAD_USER_INPUT
 */
export function constraintsOf(input: PlanConstraintsInput, facts: ConstraintFacts) {
  return [
    ...ofPeople(input, facts),
    ...charterQuorum(input, facts),
    ...input.interpreters
      .filter((one) => isAsked(one, facts.needed))
      .map(({ language }) => interpreter(language)),
    ...ofDates(input, facts),
    ...ofHours(input, facts),
    ...(facts.now === null ? [] : [notBefore(facts.now)]),
  ];
}

function ofPeople(input: PlanConstraintsInput, facts: ConstraintFacts): PlanConstraint[] {
  const required = distinct("constraints.requiredOrganisations", input.requiredOrganisations);
  const names = new Map(facts.visible.map(({ id, name }) => [id, name]));
  const { quorum: atLeast = null } = input;
  if (atLeast !== null) checkNumber("constraints.quorum", atLeast, names.size);
  return [
    ...required.map((id) => {
      const name = names.get(id);
      if (name === undefined) {
        throw invalid("constraints.requiredOrganisations", `${id} holds no seat in the group`);
      }
      return requiredSeat(id, name);
    }),
    ...(atLeast === null ? [] : [quorum(atLeast, new Set(names.keys()))]),
    ...distinct("constraints.quorumParts", input.quorumParts).map((part, index) =>
      partOf(`constraints.quorumParts.${index}`, part, facts),
    ),
  ];
}

function partOf(field: string, part: QuorumPartInput, { visible }: ConstraintFacts) {
  const within = new Set([
    ...part.countries,
    ...countriesOfRegions(`${field}.regions`, part.regions),
  ]);
  const belongs = ({ id, category, countries }: SeatedOrganisation) =>
    part.organisations.includes(id) ||
    (category !== null && part.categories.includes(category)) ||
    countries.some((country) => within.has(country));
  const organisations = new Set(visible.filter(belongs).map(({ id }) => id));
  checkNumber(`${field}.atLeast`, part.atLeast, organisations.size);
  return quorumPart({
    name: requiredText(`${field}.name`, part.name, 100),
    atLeast: part.atLeast,
    organisations,
  });
}

function checkNumber(field: string, asked: number, seated: number): void {
  if (asked < 1) throw invalid(field, `A quorum is at least 1, not ${asked}`);
  if (asked <= seated) return;
  throw invalid(field, `The quorum of ${asked} is larger than the ${seated} that hold a seat`);
}

function ofDates(input: PlanConstraintsInput, { years, free }: ConstraintFacts): PlanConstraint[] {
  const { holidaysOf, weekendsOf, blockedDates } = input;
  return [
    ...distinct("constraints.holidaysOf", holidaysOf).map((country, index) => {
      checkHolidayCountry(`constraints.holidaysOf.${index}`, country);
      return noHoliday(country, publicHolidays(country, years));
    }),
    ...distinct("constraints.weekendsOf", weekendsOf).map((country) =>
      noWeekend(country, weekendOf(country)),
    ),
    ...distinct("constraints.blockedDates", blockedDates).map(({ from, until, reason }, index) => {
      const field = `constraints.blockedDates.${index}`;
      dateOrder(`${field}.until`, from, until ?? null);
      const why = optionalText(`${field}.reason`, reason, 200);
      const dates = until == null || until === from ? from : `${from} to ${until}`;
      const words = `Not on ${dates}${why === null ? "" : ` (${why})`}`;
      return notBetween({ words, firstDay: dayNumber(from), lastDay: dayNumber(until ?? from) });
    }),
    ...keptFree(input, free).map(notOn),
  ];
}

/** Which of the network's dates the plan keeps free. */
function keptFree<T extends KeptFree>(input: PlanConstraintsInput, free: readonly T[]): T[] {
  if (!input.keepsDatesFree) return [];
  const isMigrantsDay = ({ startDate, endDate, isYearly }: T) =>
    isYearly && startDate === endDate && startDate.endsWith("-12-18");
  return free.filter((one) => input.keepMigrantsDayFree || !isMigrantsDay(one));
}

function notOn(date: KeptFree): PlanConstraint {
  const isFree = (day: number) => freeOn([date], dateOfDay(day)) !== null;
  const { reason } = date;
  return {
    ...notBetween({ words: "", firstDay: 0, lastDay: 0 }),
    words: `Not on ${dateWords(date)}${reason === "" ? "" : ` (${reason})`}`,
    holds: ({ day, lastDay }) => !isFree(day) && !isFree(lastDay),
  };
}

function ofHours(input: PlanConstraintsInput, { timeZone }: ConstraintFacts): PlanConstraint[] {
  const { weekdays = null, earliest = null, latest = null } = input;
  const constraints: PlanConstraint[] = [];
  if (weekdays !== null) {
    const days = distinct("constraints.weekdays", weekdays, 7);
    if (days.length === 0) throw invalid("constraints.weekdays", "Give at least one day");
    const names = days.map((day) => Weekday[day].toLowerCase()).join(", ");
    constraints.push(onWeekdays(`Only on ${names}`, new Set(days)));
  }
  if (earliest === null && latest === null) return constraints;
  const [from, until] = [earliest ?? "00:00", latest ?? "24:00"];
  checkTime("constraints.earliest", from);
  checkTime("constraints.latest", until);
  if (until <= from) throw invalid("constraints.latest", `${until} is not after ${from}`);
  const words = `Between ${from} and ${until} in ${timeZone}`;
  const times = { earliest: minutesOfTime(from), latest: minutesOfTime(until) };
  return [...constraints, betweenHours({ words, ...times })];
}
