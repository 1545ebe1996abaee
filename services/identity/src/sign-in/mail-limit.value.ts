const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a mail counts, in milliseconds. */
export const MAIL_COUNTS_FOR = 24 * HOUR;

/** How many links go to one address within so many milliseconds. */
const LIMITS = [
  { within: MINUTE, most: 1 },
  { within: HOUR, most: 5 },
  { within: MAIL_COUNTS_FOR, most: 20 },
];

/** Whether one more link may be mailed to an address, after those. */
export const mayMailAgain = (mailed: readonly Date[], now: Date): boolean =>
  LIMITS.every(({ within, most }) => {
    const since = now.getTime() - within;
    return mailed.filter((moment) => moment.getTime() > since).length < most;
  });
