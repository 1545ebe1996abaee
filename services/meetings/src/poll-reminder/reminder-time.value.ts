const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Before the deadline. */
const BEFORE = [3 * DAY, DAY];
/** After they were asked. */
const PATIENCE = DAY;
/** A shorter poll reminds nobody. */
const SHORTEST = 4 * HOUR;

/**
 * When those are reminded who have not answered: three days and one day before the deadline, but
 * nobody on the day on which they were asked; of a poll of a day or two in the middle.
 */
export function reminderTimes(asked: Date, deadline: Date): Date[] {
  const [from, until] = [asked.getTime(), deadline.getTime()];
  const times = BEFORE.map((before) => until - before).filter((at) => at >= from + PATIENCE);
  if (times.length === 0 && until - from >= SHORTEST) times.push((from + until) / 2);
  return times.map((at) => new Date(at));
}
