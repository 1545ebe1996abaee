import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { pageOf } from "@convene/shared/connection/page-of";
import type { Viewer } from "@convene/shared/viewer";
import type DataLoader from "dataloader";
import type { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import type { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import type { Poll } from "../poll/poll.entity.ts";
import { canSeeAnswers, takesAnswers } from "../poll/poll.policy.ts";
import type { PollAnswer } from "./poll-answer.entity.ts";
import type { SeenOutcome } from "./poll-outcome.loaders.ts";
import { resultsOf } from "./poll-result.value.ts";
import { PollSlotResult } from "./poll-slot-result.type.ts";

/** Who asks, and the edges of their request. */
interface Asking {
  readonly viewer: Viewer | null;
  readonly loaders: {
    readonly poll: DataLoader<string, Poll | null>;
    readonly pollOutcome: DataLoader<string, SeenOutcome | null>;
  };
}

/** Null where the viewer may not see what was answered. */
export async function invitedSeen(
  { viewer, loaders }: Asking,
  poll: Poll,
  args: ConnectionArgs,
): Promise<Connection<PollInvitation> | null> {
  if (!canSeeAnswers(viewer, poll)) return null;
  return pageOf((await loaders.pollOutcome.load(poll.id))?.respondents ?? [], args);
}

export async function ownOf(
  { loaders }: Asking,
  poll: string,
  args: ConnectionArgs,
): Promise<Connection<PollInvitation>> {
  return pageOf((await loaders.pollOutcome.load(poll))?.own ?? [], args);
}

export async function canAnswerNow({ loaders }: Asking, poll: Poll): Promise<boolean> {
  const outcome = await loaders.pollOutcome.load(poll.id);
  return takesAnswers(poll) && outcome !== null && outcome.own.length > 0;
}

export async function resultSeen(
  { viewer, loaders }: Asking,
  { id, pollId }: PollSlot,
): Promise<PollSlotResult | null> {
  const poll = await loaders.poll.load(pollId);
  if (!poll || !canSeeAnswers(viewer, poll)) return null;
  const outcome = await loaders.pollOutcome.load(pollId);
  const result = outcome && resultsOf(outcome).get(id);
  return result ? Object.assign(new PollSlotResult(), result) : null;
}

/** Their own answers whoever answers for them sees in any case. */
export async function answersSeen(
  { viewer, loaders }: Asking,
  { id, pollId }: PollInvitation,
  args: ConnectionArgs,
): Promise<Connection<PollAnswer> | null> {
  const poll = await loaders.poll.load(pollId);
  const outcome = await loaders.pollOutcome.load(pollId);
  const isOwn = outcome?.own.some((invitation) => invitation.id === id) ?? false;
  if (!poll || !outcome || !(isOwn || canSeeAnswers(viewer, poll))) return null;
  const given = outcome.slots.flatMap((slot) => {
    const answer = outcome.answers.find(
      ({ slotId, invitationId }) => slotId === slot.id && invitationId === id,
    );
    return answer ? [Object.assign(answer, { slot })] : [];
  });
  return pageOf(given, args);
}
