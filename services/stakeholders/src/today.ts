/**
 * The date in UTC, ISO 8601, by which everything dated here begins and ends: it holds from its
 * start on, and on the day of its end no longer. So what is ended today has no effect any more.
 */
export const today = (): string => new Date().toISOString().slice(0, 10);
