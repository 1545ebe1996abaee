import { Temporal } from "temporal-polyfill";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Change {
  readonly at: number;
  /** From then on, in milliseconds. */
  readonly offset: number;
}

/** A zone's offsets over a period, looked up without asking the calendar for each instant. */
export class ZoneClock {
  private last = 0;

  private constructor(
    readonly timeZone: string,
    /** In the order of time; the first holds from before the period. */
    readonly changes: readonly Change[],
  ) {}

  /** Good for instants from `from` to `until`, in milliseconds. */
  static over(timeZone: string, { from, until }: { from: number; until: number }): ZoneClock {
    const first = new Date(from).getUTCFullYear();
    const years = Array.from({ length: new Date(until).getUTCFullYear() - first + 1 }, (_, index) =>
      changesIn(timeZone, first + index),
    );
    const [{ start } = { start: 0 }] = years;
    const before = { at: -Infinity, offset: start };
    return new ZoneClock(timeZone, [before, ...years.flatMap(({ changes }) => changes)]);
  }

  offsetAt(instant: number): number {
    // Mostly asked for one instant after the other: begin where the last was found.
    let { last } = this;
    while (last > 0 && (this.changes[last]?.at ?? 0) > instant) last -= 1;
    while ((this.changes[last + 1]?.at ?? Infinity) <= instant) last += 1;
    this.last = last;
    return this.changes[last]?.offset ?? 0;
  }

  /** What the clock on a wall shows, as if it stood in UTC. */
  wallAt(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /**
   * The instant at which the wall shows this: of two the earlier, and null where the clock skips it.
   * Clocks are not put forward or back twice within two days.
   */
  instantOf(wall: number): number | null {
    const before = wall - this.offsetAt(wall - DAY);
    if (this.wallAt(before) === wall) return before;
    const after = wall - this.offsetAt(wall + DAY);
    return this.wallAt(after) === wall ? after : null;
  }

  /** Whether the clocks are put forward or back after the one instant, and until the other. */
  changesBetween(after: number, until: number): boolean {
    return this.changes.some(({ at }) => at > after && at <= until);
  }
}

interface YearOfChanges {
  /** The offset with which the year begins. */
  readonly start: number;
  readonly changes: readonly Change[];
}

/** As long as the process runs: a few hundred zones, and years that people plan for. */
const known = new Map<string, YearOfChanges>();

/** In UTC. To ask the calendar is slow, so it is done once. */
function changesIn(timeZone: string, year: number): YearOfChanges {
  const key = `${timeZone} ${year}`;
  const found = known.get(key) ?? readChanges(timeZone, year);
  known.set(key, found);
  return found;
}

function readChanges(timeZone: string, year: number): YearOfChanges {
  const end = Date.UTC(year + 1, 0);
  let zoned = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0)).toZonedDateTimeISO(
    timeZone,
  );
  const start = offsetOf(zoned);
  const changes: Change[] = [];
  for (;;) {
    const next = zoned.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds > end) return { start, changes };
    changes.push({ at: next.epochMilliseconds, offset: offsetOf(next) });
    zoned = next;
  }
}

const offsetOf = (zoned: Temporal.ZonedDateTime): number => zoned.offsetNanoseconds / 1e6;

/** A day's number since 1970-01-01, of a wall clock as if it stood in UTC. */
export const dayOf = (wall: number): number => Math.floor(wall / DAY);

/** 0 is Monday: 1970 began on a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Since midnight. */
export const minutesOf = (wall: number): number => Math.floor((wall - dayOf(wall) * DAY) / MINUTE);

/** Of an ISO date. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export const dateOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** As `LocalDateTime`: `2027-01-14T14:00:00`. */
export const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, 19);
