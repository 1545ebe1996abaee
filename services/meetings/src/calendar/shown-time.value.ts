import type { ICalDayJsStub } from "ical-generator";
import { zonedOf } from "../wall-clock/wall-clock.value.ts";
import { wallText, ZoneClock } from "../wall-clock/zone-clock.value.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A meeting lasts a week at the most, and a clock is put forward by a day at the most. */
const ROUND_ABOUT = 9 * DAY;

/**
 * A moment and what the clock on a wall shows then, which the library writes as it is: it takes this
 * for a date of Day.js. Of Temporal's it asks each part by itself, which takes longer than the event.
 */
export class ShownTime implements ICalDayJsStub {
  constructor(
    private readonly clock: ZoneClock,
    private readonly instant: number,
  ) {}

  /** By RFC 5545: of a time that the clock skips by the offset before, of two the earlier. */
  static of(clock: ZoneClock, local: string): ShownTime {
    const { timeZone } = clock;
    const instant = clock.instantOf(wallOf(local));
    return new ShownTime(clock, instant ?? zonedOf({ local, timeZone }).epochMilliseconds);
  }

  /** Time that passes, whatever the clocks do meanwhile. */
  plusMinutes(minutes: number): ShownTime {
    return new ShownTime(this.clock, this.instant + minutes * MINUTE);
  }

  /** The library asks for `YYYYMMDD` and `HHmmss`. */
  format(pattern: string): string {
    const shown = wallText(this.clock.wallAt(this.instant));
    return (pattern === "YYYYMMDD" ? shown.slice(0, 10) : shown.slice(11)).replaceAll(/[-:]/g, "");
  }

  isValid(): boolean {
    return Number.isFinite(this.instant);
  }

  toDate(): Date {
    return new Date(this.instant);
  }

  toJSON(): string {
    return this.toDate().toISOString();
  }

  /** Events in UTC are told in UTC, all others by their own clock: there is nothing to convert. */
  utc(): this {
    return this;
  }

  tz(): this {
    return this;
  }
}

/** What is told on the wall clock of a zone. */
interface Told {
  readonly timeZone: string;
  readonly localStart: string;
  readonly recurrenceStart: string | null;
}

/** A clock for each zone in which something is told, good for all that is told in it. */
export function clocksFor(told: readonly Told[]): ReadonlyMap<string, ZoneClock> {
  const walls = new Map<string, number[]>();
  for (const { timeZone, localStart, recurrenceStart } of told) {
    const known = walls.get(timeZone) ?? [];
    known.push(wallOf(localStart), wallOf(recurrenceStart ?? localStart));
    walls.set(timeZone, known);
  }
  return new Map(
    [...walls].map(([timeZone, all]) => {
      const from = all.reduce((one, other) => Math.min(one, other)) - ROUND_ABOUT;
      const until = all.reduce((one, other) => Math.max(one, other)) + ROUND_ABOUT;
      return [timeZone, ZoneClock.over(timeZone, { from, until })];
    }),
  );
}

/** Of those for what is told. */
export function clockFor(clocks: ReadonlyMap<string, ZoneClock>, timeZone: string): ZoneClock {
  const clock = clocks.get(timeZone);
  if (!clock) throw new Error(`No clock was made for ${timeZone}`);
  return clock;
}

const wallOf = (local: string): number => Date.parse(`${local}Z`);
