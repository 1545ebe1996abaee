import { type EntityManager, In } from "typeorm";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import type { Poll } from "../poll/poll.entity.ts";
import { PollAnswer } from "./poll-answer.entity.ts";

/** All that was asked and answered in one poll. */
export interface PollOutcome {
  readonly pollId: string;
  readonly quorum: number | null;
  readonly slots: readonly PollSlot[];
  readonly respondents: readonly PollInvitation[];
  readonly answers: readonly PollAnswer[];
}

/** In the order of the polls; three statements for all of them. */
export async function answersTo(
  manager: EntityManager,
  polls: readonly Pick<Poll, "id" | "quorum">[],
): Promise<PollOutcome[]> {
  const pollId = In(polls.map(({ id }) => id));
  const slots = await manager.find(PollSlot, { where: { pollId }, order: { startsAt: "ASC" } });
  const invitations = await manager.find(PollInvitation, {
    where: { pollId },
    order: { id: "ASC" },
  });
  const answers = await manager.findBy(PollAnswer, { slotId: In(slots.map(({ id }) => id)) });
  return polls.map(({ id, quorum }) => {
    const asked = slots.filter((slot) => slot.pollId === id);
    const known = new Set(asked.map((slot) => slot.id));
    return {
      pollId: id,
      quorum,
      slots: asked,
      respondents: invitations.filter((invitation) => invitation.pollId === id),
      answers: answers.filter(({ slotId }) => known.has(slotId)),
    };
  });
}
