const DAY = 24 * 60 * 60 * 1000;

/** A session ends when nobody has used it for so long, in milliseconds. */
const IDLE = 14 * DAY;

/** And so long after its owner has signed in, however often it is used. */
export const LONGEST_SESSION = 90 * DAY;

/** When a session that began then and is used now ends by itself. */
export const sessionEnd = (createdAt: Date, now = new Date()): Date =>
  new Date(Math.min(now.getTime() + IDLE, createdAt.getTime() + LONGEST_SESSION));

/** Whether what was done then is to be done anew: once a day is often enough. */
export const isDue = (doneAt: Date, now = new Date()): boolean =>
  now.getTime() - doneAt.getTime() >= DAY;

/** Who may change how they sign in must have done so within so many milliseconds. */
export const FRESH = 15 * 60 * 1000;

export const isFresh = (signedInAt: Date, now = new Date()): boolean =>
  now.getTime() - signedInAt.getTime() < FRESH;
