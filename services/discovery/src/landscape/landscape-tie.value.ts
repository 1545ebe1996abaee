import type { Protected } from "@convene/shared/audience";
import type { RecordedKind } from "../tie/tie.enum.ts";

/**
 * What is said of a tie that holds on the days between its dates. Many are said the same of: its ends
 * are not in it, so that it is in memory once.
 */
export interface LandscapeTie extends Protected {
  readonly kind: RecordedKind;
  readonly label: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

/** One end of a tie, seen from the other. */
export interface Arc<Far> {
  readonly to: Far;
  readonly tie: LandscapeTie;
  /** Whether the tie ends there, and does not begin there. */
  readonly isOutward: boolean;
}
