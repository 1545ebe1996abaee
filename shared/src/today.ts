/**
 * The date in UTC, ISO 8601, by which everything dated here begins and ends: it holds from its
 * start on, and on the day of its end no longer. So what is ended today has no effect any more.
 */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** A record that nobody has confirmed for so long is stale. */
export const STALE_AFTER_DAYS = 548;

/** By the day on which it was last confirmed: 18 months, as days. */
export const isStaleSince = (day: string): boolean =>
  Date.parse(today()) - Date.parse(day) > STALE_AFTER_DAYS * 86_400_000;

/** An end is the first day on which something no longer is. */
export const hasEnded = <T extends { readonly endDate: string | null }>(
  one: T,
): one is T & { endDate: string } => one.endDate !== null && one.endDate <= today();

/** Whether an end is moved to a later day; what stands without an end has no later one. */
export const isLater = (end: string, standing: string | null): boolean =>
  standing !== null && end > standing;
