import type { Occurrence } from "../recurrence/recurrence.value.ts";

/** A meeting by where its series' rule has put it. */
interface Placed {
  readonly id: string;
  readonly recurrenceStart: string | null;
  /** No rule wants it any more: it was called off when the rule was changed. */
  readonly isFallen: boolean;
}

export interface Replanning {
  readonly meetings: readonly Placed[];
  /** What the rule made, and what it makes now; both from where the change begins. */
  readonly before: readonly Occurrence[];
  readonly after: readonly Occurrence[];
  /** What takes place of it, and what takes place beside it. */
  readonly takePlace: readonly Occurrence[];
  /** Another rhythm: then a meeting is known by its date, and else the nth stays the nth. */
  readonly isOther: boolean;
}

export interface Replan {
  /** Where a meeting goes, by its id; those that are not here have no place any more. */
  readonly places: ReadonlyMap<string, Occurrence>;
  /** What nobody has taken: new meetings. */
  readonly added: readonly Occurrence[];
}

/**
 * Which meeting goes where when the rule changes: with its agenda, and whatever else hangs on it.
 * Those that were called off by an earlier change come back only to a place that is free.
 */
export function replan(request: Replanning): Replan {
  const { meetings, takePlace } = request;
  const exact = new Map(takePlace.map((place) => [place.local, place]));
  const placeOf = request.isOther ? byDate(takePlace) : byTurn(request, exact);
  const free = new Set(takePlace);
  const places = new Map<string, Occurrence>();
  const take = ({ id }: Placed, place: Occurrence | undefined) => {
    if (place && free.delete(place)) places.set(id, place);
  };
  for (const meeting of meetings) {
    if (!meeting.isFallen) take(meeting, placeOf(meeting.recurrenceStart ?? ""));
  }
  for (const meeting of meetings) {
    if (meeting.isFallen) take(meeting, exact.get(meeting.recurrenceStart ?? ""));
  }
  return { places, added: takePlace.filter((place) => free.has(place)) };
}

function byDate(takePlace: readonly Occurrence[]) {
  const places = new Map(takePlace.map((place) => [place.local.slice(0, 10), place]));
  return (local: string) => places.get(local.slice(0, 10));
}

/** What stands beside the rule stays there. */
function byTurn({ before, after }: Replanning, places: ReadonlyMap<string, Occurrence>) {
  const turns = new Map(before.map(({ local }, turn) => [local, turn]));
  return (local: string) => {
    const turn = turns.get(local);
    return places.get(turn === undefined ? local : (after[turn]?.local ?? ""));
  };
}
