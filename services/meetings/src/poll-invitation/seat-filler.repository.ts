import type { EntityManager } from "typeorm";
import type { PollInvitation } from "./poll-invitation.entity.ts";

/** Who fills an organisation's seat in a group now: the delegate first, and the alternate. */
export interface SeatFillers {
  readonly group: string;
  readonly organisation: string;
  readonly role: string;
  readonly people: readonly string[];
}

/** Observers are not asked. */
export const fillersOf = (
  manager: EntityManager,
  ...groups: readonly string[]
): Promise<SeatFillers[]> => manager.query(FILLERS, [groups]);

type Asking = Pick<PollInvitation, "id" | "organisationId" | "personId">;

/** Who is asked by it: the person, or who fills the seat in the poll's group now. */
export async function askedBy(
  manager: EntityManager,
  invitation: Asking,
  group: string | null,
): Promise<readonly string[]> {
  return (await askedByEach(manager, [invitation], () => group)).get(invitation.id) ?? [];
}

/** The same of several, by the invitation; `groupOf` tells the group of its poll. */
export async function askedByEach<T extends Asking>(
  manager: EntityManager,
  invitations: readonly T[],
  groupOf: (invitation: T) => string | null | undefined,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const groups = new Set(invitations.flatMap((one) => groupOf(one) ?? []));
  const seats = await fillersOf(manager, ...groups);
  const people = new Map(seats.map((seat) => [`${seat.group} ${seat.organisation}`, seat.people]));
  return new Map(
    invitations.map((one) => [
      one.id,
      one.personId === null
        ? (people.get(`${groupOf(one) ?? ""} ${one.organisationId ?? ""}`) ?? [])
        : [one.personId],
    ]),
  );
}

const FILLERS = `
  SELECT group_id AS "group", organisation_id AS organisation, min(role) AS role,
    array_remove(array_agg(delegate_id ORDER BY id) || array_agg(alternate_id ORDER BY id), NULL)
      AS people
  FROM seat_replica
  WHERE group_id = ANY($1::text[]) AND role <> 'OBSERVER' AND start_date <= current_date
    AND (end_date IS NULL OR end_date > current_date)
  GROUP BY group_id, organisation_id ORDER BY group_id, organisation_id`;
