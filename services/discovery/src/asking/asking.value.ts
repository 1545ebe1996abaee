import type { Viewer } from "@convene/shared/viewer";

/** By whom, and as of which day, the read model is asked. */
export interface Asking {
  readonly viewer: Viewer | null;
  /** ISO 8601, in UTC. Ties that begin later, or have ended, are none. */
  readonly day: string;
  /** Whether the day was asked for: then what was entered or published later is none either. */
  readonly isAsOf?: boolean;
}

/** As it is put by a field that takes `asOf`. */
export const askingOn = (
  viewer: Viewer | null,
  asOf: string | null | undefined,
  today: () => string,
): Asking => (asOf == null ? { viewer, day: today() } : { viewer, day: asOf, isAsOf: true });

/** The day by which ties begin and end, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
