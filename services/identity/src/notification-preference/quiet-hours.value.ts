import { invalid } from "@convene/shared/errors";
import type { NotificationSetting } from "../notification-setting/notification-setting.entity.ts";

type Kept = Pick<NotificationSetting, "quietFrom" | "quietUntil">;

/** On a wall clock, such as from `21:00` until `07:00`. */
export interface QuietSpan {
  readonly from: string;
  readonly until: string;
}

const DAY = 24 * 60;
/** So that there is always a time left to be written to, also on a day when the clock skips some. */
const LONGEST = 18 * 60;

/**
 * As they are kept.
 *
 * @throws BAD_USER_INPUT
 */
export function quietOf(wished: QuietSpan | null): Kept {
  if (wished === null) return { quietFrom: null, quietUntil: null };
  const { from, until } = wished;
  const length = (minuteOf("until", until) - minuteOf("from", from) + DAY) % DAY;
  if (length === 0 || length > LONGEST) {
    throw invalid("quietHours.until", "Quiet hours last a minute to 18 hours; null turns them off");
  }
  return { quietFrom: from, quietUntil: until };
}

function minuteOf(field: string, time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours && minutes) return Number(hours) * 60 + Number(minutes);
  throw invalid(`quietHours.${field}`, `${time} is no time of the form 21:00`);
}

export const quietHoursOf = ({ quietFrom, quietUntil }: Kept): QuietSpan | null =>
  quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
