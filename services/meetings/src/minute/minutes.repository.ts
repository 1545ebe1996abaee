import type { Transaction } from "@convene/shared/database/transaction";
import { conflict } from "@convene/shared/errors";
import { newId } from "@convene/shared/type-id";
import { Minutes } from "./minutes.entity.ts";

/** The minutes of a meeting whose row is held; made by whoever writes in them first. */
export async function minutesOf(tx: Transaction, meetingId: string): Promise<Minutes> {
  const known = await tx.manager.findOneBy(Minutes, { meetingId });
  if (known) return known;
  const blank = {
    ...{ concludedAt: null, approvedAt: null, approvedAtMeetingId: null },
    ...{ carriedAt: null, carriedToId: null },
  };
  return tx.manager.save(tx.manager.create(Minutes, { ...blank, id: newId("min"), meetingId }));
}

/** @throws CONFLICT once they were approved: what was agreed upon changes no more. */
export async function openMinutesOf(tx: Transaction, meetingId: string): Promise<Minutes> {
  const minutes = await minutesOf(tx, meetingId);
  if (minutes.approvedAt === null) return minutes;
  throw conflict(`The minutes of ${meetingId} are approved, and change no more`);
}
