/** The date in UTC, ISO 8601: the day by which ties begin and end. */
export const today = (): string => new Date().toISOString().slice(0, 10);
