import type { EntityManager } from "typeorm";
import type { PollInvitation } from "./poll-invitation.entity.ts";

/** Who fills an organisation's seat in a group now: the delegate first, and the alternate. */
export interface SeatFillers {
  readonly organisation: string;
  readonly role: string;
  readonly people: readonly string[];
}

/** Observers are not asked. */
export const fillersOf = (manager: EntityManager, group: string): Promise<SeatFillers[]> =>
  manager.query(FILLERS, [group]);

type Asking = Pick<PollInvitation, "id" | "organisationId" | "personId">;

/** Who is asked by it: the person, or who fills the seat in the poll's group now. */
export async function askedBy(
  manager: EntityManager,
  invitation: Asking,
  group: string | null,
): Promise<readonly string[]> {
  return (await askedByEach(manager, [invitation], group)).get(invitation.id) ?? [];
}

/** The same of several of one group, by the invitation. */
export async function askedByEach(
  manager: EntityManager,
  invitations: readonly Asking[],
  group: string | null,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const seats = await fillersOf(manager, group ?? "");
  const people = new Map(seats.map((seat) => [seat.organisation, seat.people]));
  return new Map(
    invitations.map(({ id, organisationId, personId }) => [
      id,
      personId === null ? (people.get(organisationId ?? "") ?? []) : [personId],
    ]),
  );
}

const FILLERS = `
  SELECT organisation_id AS organisation, min(role) AS role,
    array_remove(array_agg(delegate_id ORDER BY id) || array_agg(alternate_id ORDER BY id), NULL)
      AS people
  FROM seat_replica
  WHERE group_id = $1 AND role <> 'OBSERVER' AND start_date <= current_date
    AND (end_date IS NULL OR end_date > current_date)
  GROUP BY organisation_id ORDER BY organisation_id`;
