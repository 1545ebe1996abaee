/** How a role goes round. */
export interface Rota {
  /** In their order; with `coLeads` they are those who lead the group on the day. */
  readonly holders: readonly string[];
  readonly every: number;
  readonly coLeads: boolean;
  /** Only places behind it take turns, on the wall clock. */
  readonly since: string;
  readonly taken: number;
  readonly lastId: string | null;
}

/** A meeting, where the rule of its series has put it. */
export interface Placed {
  readonly id: string;
  readonly place: string;
  readonly takesPlace: boolean;
}

/** How far the round has come. */
export interface Standing {
  readonly taken: number;
  readonly lastId: string | null;
}

/** Who leads the group on a day (`2027-01-14`), in a fixed order. */
export type LeadsOn = (day: string) => readonly string[];

/**
 * Whose turn each meeting is, by its id. A turn is taken by a meeting that takes place, in the order
 * of the rule's dates; dates that are left out, and meetings that are called off, take none: whoever
 * had it has the next one.
 *
 * @param meetings in the order of their places
 */
export function turnsOf(rota: Rota, meetings: readonly Placed[], leadsOn: LeadsOn) {
  const turns = new Map<string, string>();
  let standing: Standing = rota;
  for (const { id, place, takesPlace } of meetings) {
    if (place <= rota.since || !takesPlace) continue;
    const lastId = rota.coLeads
      ? nextLead(leadsOn(place.slice(0, 10)), standing, rota.every)
      : (rota.holders[Math.floor(standing.taken / rota.every) % rota.holders.length] ?? null);
    if (lastId !== null) turns.set(id, lastId);
    standing = { taken: standing.taken + 1, lastId: lastId ?? standing.lastId };
  }
  return { turns, standing };
}

/** The next behind whoever was the last; who is gone has no turn. */
function nextLead(order: readonly string[], { taken, lastId }: Standing, every: number) {
  if (lastId === null) return order[0] ?? null;
  if (taken % every !== 0 && order.includes(lastId)) return lastId;
  return order.find((id) => id > lastId) ?? order[0] ?? null;
}
