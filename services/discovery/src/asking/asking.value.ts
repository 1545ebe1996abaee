import type { Viewer } from "@convene/shared/viewer";

/** By whom, and as of which day, the read model is asked. */
export interface Asking {
  readonly viewer: Viewer | null;
  /** ISO 8601, in UTC. Ties that begin later, or have ended, are none. */
  readonly day: string;
}

/** The day by which ties begin and end, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
