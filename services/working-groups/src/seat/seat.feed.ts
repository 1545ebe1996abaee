import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { Seat } from "./seat.entity.ts";

/** Tells what the seats are now. */
export const publishSeats = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Seat", ids, load: loadSeatPayloads });

async function loadSeatPayloads(manager: EntityManager, ids: readonly string[]) {
  const seats = await manager.findBy(Seat, { id: In([...ids]) });
  return new Map(seats.map((seat) => [seat.id, payloadOf(seat)]));
}

const payloadOf = (seat: Seat) => ({
  group: seat.groupId,
  organisation: seat.organisationId,
  delegate: seat.delegateId,
  alternate: seat.alternateId,
  onBehalfOf: seat.onBehalfOf,
  role: seat.role,
  startDate: seat.startDate,
  endDate: seat.endDate,
});
