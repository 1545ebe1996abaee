import type { Transaction } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { canConvene } from "../convener/convener.policy.ts";
import { Poll } from "./poll.entity.ts";
import { canSeePoll } from "./poll.policy.ts";

/** @throws NOT_FOUND when it is missing, or hidden from the viewer. */
export async function lockPoll(tx: Transaction, viewer: Viewer, id: string): Promise<Poll> {
  const poll = await tx.lock(Poll, id);
  if (!poll || !canSeePoll(viewer, poll)) throw notFound("Poll", id);
  return poll;
}

/** @throws NOT_FOUND, FORBIDDEN */
export async function lockPollToRun(tx: Transaction, viewer: Viewer, id: string): Promise<Poll> {
  const poll = await lockPoll(tx, viewer, id);
  if (canConvene(viewer, poll)) return poll;
  throw forbidden("Co-leads of the group and its network's secretariat run its polls");
}
