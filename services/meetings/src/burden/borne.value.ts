import type { Bearing } from "./burden.repository.ts";

/** What somebody has borne in a group's meetings. */
export interface Borne {
  readonly burden: number;
  /** Meetings outside of their comfortable hours. */
  readonly outOfHours: number;
  /** The last of these. */
  readonly last: Bearing | null;
}

/** By person. */
export function borneOf(bearings: readonly Bearing[]): ReadonlyMap<string, Borne> {
  const borne = new Map<string, Borne>();
  for (const bearing of bearings.toSorted(earliestFirst)) {
    const { burden, outOfHours, last } = borne.get(bearing.personId) ?? NOTHING;
    const isOut = bearing.burden > 0;
    borne.set(bearing.personId, {
      burden: burden + bearing.burden,
      outOfHours: outOfHours + (isOut ? 1 : 0),
      last: isOut ? bearing : last,
    });
  }
  return borne;
}

const NOTHING: Borne = { burden: 0, outOfHours: 0, last: null };

const earliestFirst = (one: Bearing, other: Bearing): number =>
  one.startsAt.getTime() - other.startsAt.getTime();
