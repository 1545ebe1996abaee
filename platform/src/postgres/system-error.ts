/** `ENOENT`, `EACCES` and so on, when it is the operating system that refused; else null. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && "code" in error ? String(error.code) : null;
