import { invalid } from "@convene/shared/errors";
import { Temporal } from "temporal-polyfill";

const MINUTE = 60_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** What a person chose: the wall clock somewhere. */
export interface WallClock {
  /** ISO 8601 with no zone, such as `2027-01-14T14:00:00`. */
  readonly local: string;
  /** A zone of the IANA database, such as `Europe/London`. */
  readonly timeZone: string;
}

/**
 * The zone in the spelling of the IANA database. A bare offset such as `+01:00` is no zone: it does
 * not follow daylight saving.
 *
 * @throws BAD_USER_INPUT
 */
export function zoneOf(field: string, name: string): string {
  if (/^[A-Za-z]/.test(name)) {
    try {
      return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
    } catch {
      // Said below.
    }
  }
  throw invalid(field, `${name} is no time zone of the IANA database`);
}

/**
 * A wall clock as it is kept: to the second, with neither zone nor offset.
 *
 * @throws BAD_USER_INPUT
 */
export function localOf(field: string, text: string): string {
  const local = parseLocal(field, text);
  if (local.year < FIRST_YEAR || local.year > LAST_YEAR) {
    throw invalid(field, `${field} must lie between the years ${FIRST_YEAR} and ${LAST_YEAR}`);
  }
  return local.toString({ smallestUnit: "second" });
}

function parseLocal(field: string, text: string): Temporal.PlainDateTime {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) {
    try {
      return Temporal.PlainDateTime.from(text, { overflow: "reject" });
    } catch {
      // Said below.
    }
  }
  throw invalid(field, `${text} is no date and time of the form 2027-01-14T14:00:00`);
}

/**
 * The instant at which the clock on that wall shows this. When the clock is put back it shows it
 * twice: the earlier is meant. When it is put forward it may skip it: then there is no such time.
 *
 * @throws BAD_USER_INPUT for a time that the clock skips.
 */
export function instantOf(field: string, { local, timeZone }: WallClock): Date {
  const zoned = zonedOf({ local, timeZone });
  if (!zoned.toPlainDateTime().equals(local)) {
    throw invalid(
      field,
      `${local} does not exist in ${timeZone}: the clock is put forward, to ${localIn(zoned)}`,
    );
  }
  return new Date(zoned.epochMilliseconds);
}

/** By RFC 5545: the offset before a gap, the earlier of two. */
export const zonedOf = ({ local, timeZone }: WallClock): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: "compatible" });

/** What the clock on a wall in `timeZone` shows at that instant, to the second. */
export const localAt = (instant: Date, timeZone: string): string =>
  localIn(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone));

export const localIn = (zoned: Temporal.ZonedDateTime): string =>
  zoned.toString({ smallestUnit: "second", offset: "never", timeZoneName: "never" });

/** Time that passes, whatever the clocks do meanwhile. */
export const plusMinutes = (instant: Date, minutes: number): Date =>
  new Date(instant.getTime() + minutes * MINUTE);

export const minutesBetween = (from: Date, to: Date): number =>
  (to.getTime() - from.getTime()) / MINUTE;
