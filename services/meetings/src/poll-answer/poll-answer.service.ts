import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid, notFound } from "@convene/shared/errors";
import { distinct } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { canAnswer } from "../poll-invitation/poll-invitation.policy.ts";
import { fillersOf } from "../poll-invitation/seat-filler.repository.ts";
import { tellAnswered } from "../poll-link/own-link.service.ts";
import { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import { lockPoll } from "../poll/poll-lock.service.ts";
import type { Poll } from "../poll/poll.entity.ts";
import { takesAnswers } from "../poll/poll.policy.ts";
import { PollAnswer } from "./poll-answer.entity.ts";
import type { AnswerPollInput, PollAnswerInput } from "./poll-answer.inputs.ts";

export class PollAnswerService {
  constructor(private readonly transactions: Transactions) {}

  /** The answer of an organisation or a person: the last one stands. */
  answer(viewer: Viewer, input: AnswerPollInput): Promise<Poll> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "answerPoll",
        input,
        first: async () => {
          const poll = await lockPoll(tx, viewer, input.poll);
          const invitation = await invitationFor(tx, viewer, { poll, input });
          await putAnswers(tx, { poll, invitation, by: viewer.person }, input.answers);
          return poll;
        },
        again: (id) => lockPoll(tx, viewer, id),
      }),
    );
  }
}

/** @throws NOT_FOUND where who is named is not invited; FORBIDDEN for who does not answer for it */
async function invitationFor(
  { manager }: Transaction,
  viewer: Viewer,
  { poll, input }: { readonly poll: Poll; readonly input: AnswerPollInput },
): Promise<PollInvitation> {
  const { organisation = null } = input;
  const who =
    organisation === null ? { personId: viewer.person ?? "" } : { organisationId: organisation };
  const found = await manager.findOneBy(PollInvitation, { pollId: poll.id, ...who });
  const seats = await fillersOf(manager, poll.groupId ?? "");
  const fillers = seats.find((seat) => seat.organisation === organisation)?.people ?? [];
  const personId = organisation === null ? viewer.person : null;
  const asked = { organisationId: organisation, personId, fillers };
  // Before anything is told: who may not answer for an organisation learns nothing of it.
  if (!canAnswer(viewer, asked)) throw forbidden("Who fills a seat answers for it");
  if (!found) throw notFound("PollInvitation", organisation ?? viewer.person ?? "");
  return found;
}

interface Answering {
  /** Locked. */
  readonly poll: Poll;
  readonly invitation: PollInvitation;
  readonly by: string | null;
}

/**
 * Puts down what was said. After the deadline nothing changes: what was said before stands.
 *
 * @throws CONFLICT with the field `poll` once it takes no more; BAD_USER_INPUT
 */
export async function putAnswers(
  tx: Transaction,
  { poll, invitation, by }: Answering,
  answers: readonly Readonly<PollAnswerInput>[],
): Promise<void> {
  const { manager } = tx;
  if (!takesAnswers(poll)) {
    const closedAt = (poll.closedAt ?? poll.deadline).toISOString();
    throw conflict(`The poll was closed at ${closedAt}: what was answered before stands`, {
      ...{ field: "poll", closedAt },
    });
  }
  if (answers.length === 0) throw invalid("answers", "Say of at least one time whether you can");
  const slots = await manager.findBy(PollSlot, { pollId: poll.id });
  const known = new Set(slots.map(({ id }) => id));
  for (const [index, { slot }] of answers.entries()) {
    if (!known.has(slot)) throw invalid(`answers.${index}.slot`, `${slot} is no time of the poll`);
  }
  const said = distinct(
    "answers",
    answers.map(({ slot }) => slot),
  );
  if (said.length < answers.length) throw invalid("answers", "A time is named twice");
  const rows = answers.map(({ slot, choice }) => ({
    ...{ id: newId("pan"), invitationId: invitation.id, slotId: slot, choice },
  }));
  const before = await manager.findBy(PollAnswer, { invitationId: invitation.id });
  const idOf = new Map(before.map((answer) => [answer.slotId, answer.id]));
  await manager.save(
    rows.map((row) => manager.create(PollAnswer, { ...row, id: idOf.get(row.slotId) ?? row.id })),
  );
  const isFirst = invitation.answeredAt === null;
  await manager.save(Object.assign(invitation, { answeredAt: new Date(), answeredBy: by }));
  if (isFirst) await tellAnswered(tx, invitation);
}
