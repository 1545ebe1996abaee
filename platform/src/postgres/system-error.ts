/**
 * `ENOENT`, `EACCES` and so on, when it is the operating system that refused; else null. Not by
 * `instanceof`: Jest gives its tests an `Error` of their own.
 */
export const systemCode = (error: unknown): string | null =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : null;
