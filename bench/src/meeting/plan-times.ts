import { clockOver, localHours } from "@convene/meetings/local-hour/entered-hours.value";
import type { Interval } from "@convene/meetings/local-hour/local-hours.value";
import { dayNumber } from "@convene/meetings/wall-clock/zone-clock.value";
import { weekendOf } from "@convene/meetings/public-holiday/public-holiday.value";
import { expand } from "@convene/meetings/recurrence/recurrence.value";
import { quorum, requiredSeat } from "@convene/meetings/series-plan/plan-constraint.value";
import type { PlanProblem } from "@convene/meetings/series-plan/plan-problem.value";
import { PlanSearch } from "@convene/meetings/series-plan/plan-search.service";
import { windowsOf } from "@convene/meetings/series-plan/plan-window.value";
import { PlanRhythm } from "@convene/meetings/series-plan/series-plan.enum";
import { SolverService } from "@convene/meetings/solver/solver.service";
import { print, spread } from "../figures.ts";
import { Random } from "../scenario/random.ts";

const PLACES = [
  ["Europe/London", "GB"],
  ["America/New_York", "US"],
  ["Asia/Amman", "JO"],
  ["Africa/Casablanca", "MA"],
  ["Pacific/Apia", "WS"],
  ["America/Santiago", "CL"],
  ["Asia/Kolkata", "IN"],
  ["Australia/Lord_Howe", "AU"],
  ["Asia/Manila", "PH"],
  ["Africa/Nairobi", "KE"],
  ["Europe/Zurich", "CH"],
  ["America/Mexico_City", "MX"],
] as const;

const PARTICIPANTS = 40;
const SERIES = 1_000;
const SERIES_RUNS = 2;
const HOUR = 3_600_000;
/** In seconds. */
const BOUNDS = { plan: 2, series: 1.5 };

/** A year's meetings for forty people in twelve zones; and the dates of a thousand series. */
export async function measurePlans(runs: number): Promise<void> {
  const search = new PlanSearch(new SolverService());
  const plans: Taken[] = [];
  const series: Taken[] = [];
  for (let run = 1; run <= runs; run += 1) {
    plans.push(await taken(() => planYear(search, run)));
    if (run <= SERIES_RUNS) series.push(await taken(expandSeries));
  }
  tell(`12 meetings, ${PARTICIPANTS} people, 12 zones`, plans, BOUNDS.plan);
  tell(`${SERIES} series over 5 years`, series, BOUNDS.series);
}

/** In seconds: on the clock, and of the processor, threads included, which minds others less. */
interface Taken {
  readonly wall: number;
  readonly processor: number;
}

async function taken(work: () => unknown): Promise<Taken> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - began) / 1_000, processor: (user + system) / 1e6 };
}

function tell(what: string, all: readonly Taken[], bound: number): void {
  const wall = all.map((one) => one.wall);
  const processor = all.map((one) => one.processor);
  print(
    `${what}: ${spread(wall, "s", 2)}, bound ${bound} s; processor ${spread(processor, "s", 2)}`,
  );
}

/** With a quorum of half, two required seats, and calendars in which something is. */
async function planYear(search: PlanSearch, seed: number): Promise<void> {
  const year = { from: "2027-01-01", until: "2027-12-28" };
  const period = { from: Date.parse(year.from), until: Date.parse(year.until) };
  const participants = participantsOf(seed, period);
  const problem: PlanProblem = {
    participants,
    seats: participants.map(({ key }, index) => ({ organisation: key, fillers: [index] })),
    interpreters: [],
    constraints: [quorum(PARTICIPANTS / 2), requiredSeat("0", "One"), requiredSeat("1", "Two")],
    windows: windowsOf({ ...year, every: PlanRhythm.MONTHLY }),
    durationMinutes: 90,
    clock: clockOver("Europe/London", period),
  };
  const { isBest } = await search.search(problem);
  if (!isBest) throw new Error(`The plan of seed ${seed} is not proven to be the best`);
}

function participantsOf(seed: number, period: Interval): PlanProblem["participants"] {
  const random = new Random(seed);
  const hours = (from: number, until: number) => [{ days: null, from: at(from), until: at(until) }];
  return Array.from({ length: PARTICIPANTS }, (_, index) => {
    const [timeZone, country] = PLACES[index % PLACES.length] ?? PLACES[0];
    const begins = random.integer(8, 10);
    const busy = Array.from({ length: 40 }, () => {
      const from = (dayNumber("2027-01-01") * 24 + random.integer(0, 360 * 24)) * HOUR;
      return [from / 1_000, (from + 2 * HOUR) / 1_000] as const;
    });
    const entered = {
      timeZone,
      weekend: [...weekendOf(country)],
      holidaysOf: country,
      comfortable: hours(begins, begins + 8),
      possible: hours(random.integer(5, 8), random.integer(18, 24)),
      busy,
    };
    return {
      key: `${index}`,
      borne: random.integer(0, 40),
      hours: localHours(entered, period, []),
    };
  });
}

const at = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

const RULES = ["FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=2TH", "FREQ=WEEKLY"];

function expandSeries(): void {
  for (let index = 0; index < SERIES; index += 1) {
    const [timeZone] = PLACES[index % PLACES.length] ?? PLACES[0];
    const rule = RULES[index % RULES.length] ?? "";
    const start = { local: "2027-01-14T14:00:00", timeZone };
    expand({ rule, start, count: null, until: "2032-01-13" });
  }
}
