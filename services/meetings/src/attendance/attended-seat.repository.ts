import { notFound } from "@convene/shared/errors";
import type { EntityManager } from "typeorm";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { SeatReplica } from "../seat/seat.replica.ts";
import { SatAs } from "./sat-as.enum.ts";

interface Sitting {
  readonly organisation: string;
  readonly person?: string | null;
  readonly seat?: string | null;
}

/**
 * For which seat somebody comes: the one that is named, otherwise the only one that the organisation
 * holds in the group on the day (UTC) of the meeting, or of several the only one that the person fills.
 *
 * @throws NOT_FOUND for a seat that is none of these
 */
export async function seatTaken(
  manager: EntityManager,
  meeting: Pick<Meeting, "groupId" | "startsAt">,
  { organisation, person, seat }: Sitting,
): Promise<SeatReplica | null> {
  const day = meeting.startsAt.toISOString().slice(0, 10);
  const held = await manager
    .createQueryBuilder(SeatReplica, "t")
    .where("t.groupId = :group AND t.organisationId = :organisation AND t.startDate <= :day", {
      ...{ group: meeting.groupId ?? "", organisation, day },
    })
    .andWhere("(t.endDate IS NULL OR t.endDate > :day)")
    .getMany();
  if (seat) {
    const named = held.find(({ id }) => id === seat);
    if (!named) throw notFound("Seat", seat);
    return named;
  }
  return onlyOne(held) ?? onlyOne(held.filter((one) => person != null && fills(one, person)));
}

const onlyOne = (seats: readonly SeatReplica[]): SeatReplica | null =>
  seats.length === 1 ? (seats[0] ?? null) : null;

const fills = ({ delegateId, alternateId }: SeatReplica, person: string): boolean =>
  delegateId === person || alternateId === person;

/** As what the person sits there. */
export function satAs(seat: SeatReplica | null, person: string | null): SatAs | null {
  if (seat === null || person === null) return null;
  if (person === seat.delegateId) return SatAs.DELEGATE;
  return person === seat.alternateId ? SatAs.ALTERNATE : SatAs.STAND_IN;
}
