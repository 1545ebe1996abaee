import type { Transaction } from "@convene/shared/database/transaction";
import { invalid } from "@convene/shared/errors";
import { lastPosition, makeRoom } from "./agenda-position.repository.ts";

/** An agenda longer than this is a mistake. */
const MOST_ITEMS = 200;

/** Of an item that was put there by hand. */
export const BLANK_ITEM = {
  ...{ isTakenDown: false, chathamHouse: false, outcome: null, version: 1 },
  ...{ standing: null, carriedFromId: null, approvesMinutesOfId: null },
};

/** Makes room where it is wished, or at the end. The meeting's row is held. */
export async function placeAt(
  tx: Transaction,
  meetingId: string,
  wished: number | null,
): Promise<number> {
  const last = await lastPosition(tx.manager, meetingId);
  if (last >= MOST_ITEMS) throw invalid("meeting", `An agenda has at most ${MOST_ITEMS} items`);
  const position = Math.min(checkPosition(wished ?? last + 1), last + 1);
  await makeRoom(tx.manager, meetingId, position);
  return position;
}

export function checkPosition(position: number): number {
  if (position >= 1) return position;
  throw invalid("position", `Positions count from 1, not ${position}`);
}
