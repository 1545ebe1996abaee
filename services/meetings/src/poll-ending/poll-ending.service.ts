import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, invalid } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import type { ConvenerService } from "../convener/convener.service.ts";
import { answersTo } from "../poll-answer/poll-outcome.repository.ts";
import { resultsOf } from "../poll-answer/poll-result.value.ts";
import { tellClosed, tellDecided } from "../poll-link/own-link.service.ts";
import { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import { lockPoll, lockPollToRun } from "../poll/poll-lock.service.ts";
import { PollStatus } from "../poll/poll-status.enum.ts";
import { Poll } from "../poll/poll.entity.ts";
import { meetAt } from "./decided-meeting.service.ts";
import { inviteAsked } from "./meeting-invitation.service.ts";
import type { ClosePollInput, FinalisePollInput } from "./poll-ending.inputs.ts";

export interface PollEndingParts {
  readonly transactions: Transactions;
  readonly conveners: ConvenerService;
}

export class PollEndingService {
  constructor(private readonly parts: PollEndingParts) {}

  /** A second time changes nothing. */
  close(viewer: Viewer, input: ClosePollInput): Promise<Poll> {
    return this.once(viewer, { mutation: "closePoll", input }, async (tx) => {
      const poll = await lockPollToRun(tx, viewer, input.id);
      if (poll.status !== PollStatus.OPEN) return poll;
      const closedAt = poll.deadline > new Date() ? new Date() : poll.deadline;
      await tx.manager.save(Object.assign(poll, { status: PollStatus.CLOSED, closedAt }));
      await tellClosed(tx, poll);
      return poll;
    });
  }

  /** Makes the meeting at the time that was chosen, or moves it there, and invites to it. */
  finalise(viewer: Viewer, input: FinalisePollInput): Promise<Poll> {
    return this.once(viewer, { mutation: "finalisePoll", input }, async (tx) => {
      // The convener first, as whoever changes it goes on to its polls.
      const known = await tx.manager.findOneBy(Poll, { id: input.id });
      const convener = known && (await this.parts.conveners.hold(tx.manager, known));
      const poll = await lockPollToRun(tx, viewer, input.id);
      if (poll.status === PollStatus.FINALISED) {
        throw conflict("A time was chosen already", { field: "id", meeting: poll.meetingId });
      }
      const slot = await slotFor(tx, poll, input.slot);
      const meeting = await meetAt(tx, viewer, { poll, slot, convener });
      await inviteAsked(tx, { poll, meeting });
      const closedAt = poll.closedAt ?? new Date();
      const ended = { status: PollStatus.FINALISED, meetingId: meeting.id, closedAt };
      await tx.manager.save(Object.assign(poll, ended));
      await tellDecided(tx, poll);
      return poll;
    });
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: ClosePollInput | FinalisePollInput },
    work: (tx: Transaction) => Promise<Poll>,
  ): Promise<Poll> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: (id) => lockPoll(tx, viewer, id),
      }),
    );
  }
}

/** @throws BAD_USER_INPUT for another poll's, and for one that all whom the meeting needs refuse */
async function slotFor({ manager }: Transaction, poll: Poll, id: string): Promise<PollSlot> {
  const slot = await manager.findOneBy(PollSlot, { id, pollId: poll.id });
  if (!slot) throw invalid("slot", `${id} is no time of the poll`);
  const [answered] = await answersTo(manager, [poll]);
  if (answered && resultsOf(answered).get(id)?.rank === null) {
    throw invalid("slot", "All whom the meeting needs have refused this time");
  }
  return slot;
}
