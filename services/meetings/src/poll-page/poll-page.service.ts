import { Audience } from "@convene/shared/audience";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { AppError } from "@convene/shared/errors";
import { tokenHash } from "@convene/shared/page/page-link";
import { Availability } from "../availability/availability.entity.ts";
import type { CalendarService } from "../calendar/calendar.service.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { putAnswers } from "../poll-answer/poll-answer.service.ts";
import { PollAnswer } from "../poll-answer/poll-answer.entity.ts";
import type { PollChoice } from "../poll-answer/poll-choice.enum.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { askedBy } from "../poll-invitation/seat-filler.repository.ts";
import { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import { Poll } from "../poll/poll.entity.ts";
import { takesAnswers } from "../poll/poll.policy.ts";
import { zoneOf } from "../wall-clock/wall-clock.value.ts";
import { choiceBy } from "./filled-in.value.ts";
import { PollLink } from "../poll-link/poll-link.entity.ts";

/** What whoever has a link is shown: the poll, and of all answers their own. */
export interface LinkedPoll {
  readonly poll: Poll;
  /** Null for a person, whose name is not known here. */
  readonly organisation: string | null;
  readonly slots: readonly PollSlot[];
  /** By the slot: what was answered; before that, what their saved hours say. */
  readonly choices: ReadonlyMap<string, PollChoice>;
  /** Whether the choices are those of their saved hours. */
  readonly isFilledIn: boolean;
  /** In which the times are shown: chosen on the page, theirs, or else the poll's. */
  readonly timeZone: string;
  readonly isOpen: boolean;
  /** When the meeting begins, where a time was chosen. */
  readonly decided: Date | null;
}

/** Whether what was sent by a link counts. */
export interface Sent extends LinkedPoll {
  readonly isTaken: boolean;
}

interface Linked {
  readonly link: PollLink;
  readonly invitation: PollInvitation;
  readonly poll: Poll;
}

export class PollPageService {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendars: Pick<CalendarService, "ofMeeting">,
  ) {}

  /** Null for a link that is unknown, over or revoked, which all look the same. */
  open(token: string): Promise<LinkedPoll | null> {
    return this.transactions.write(async (tx) => {
      const linked = await findLinked(tx, token);
      if (!linked) return null;
      const { link } = linked;
      if (!link.openedAt) await tx.manager.update(PollLink, link.id, { openedAt: new Date() });
      return shown(tx, linked);
    });
  }

  /**
   * The meeting that was decided, for a calendar, as everybody may know it: the link may be in other
   * hands. Null where none was, and for a link that opens nothing.
   */
  async calendar(token: string): Promise<string | null> {
    const meeting = await this.transactions.write(async (tx) => {
      const linked = await findLinked(tx, token);
      return linked && meetingOf(tx, linked.poll);
    });
    return meeting && this.calendars.ofMeeting(null, meeting);
  }

  /** A zone that is none changes nothing. */
  chooseZone(token: string, name: string): Promise<LinkedPoll | null> {
    return this.transactions.write(async (tx) => {
      const linked = await findLinked(tx, token);
      if (!linked) return null;
      const { link } = linked;
      const timeZone = known(name) ?? link.timeZone;
      await tx.manager.save(Object.assign(link, { timeZone }));
      return shown(tx, linked);
    });
  }

  /** Late ones change nothing: they are told what stands. */
  answer(token: string, choices: ReadonlyMap<string, PollChoice>): Promise<Sent | null> {
    return this.transactions.write(async (tx) => {
      const linked = await findLinked(tx, token);
      if (!linked) return null;
      const { link, invitation } = linked;
      const poll = (await tx.lock(Poll, linked.poll.id)) ?? linked.poll;
      const answers = [...choices].map(([slot, choice]) => ({ slot, choice }));
      const isTaken = await putAnswers(tx, { poll, invitation, by: link.personId }, answers).then(
        () => true,
        (error: unknown) => {
          if (error instanceof AppError) return false;
          throw error;
        },
      );
      return { ...(await shown(tx, { ...linked, poll })), isTaken };
    });
  }
}

function known(name: string): string | null {
  try {
    return zoneOf("timeZone", name);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * Somebody's own link goes with the seat: it opens nothing once another fills it. None opens what
 * was taken down.
 */
async function findLinked({ manager }: Transaction, token: string): Promise<Linked | null> {
  const link = await manager.findOneBy(PollLink, { tokenHash: tokenHash(token) });
  if (!link || link.revokedAt !== null || link.expiresAt <= new Date()) return null;
  const { personId } = link;
  const invitation = await manager.findOneBy(PollInvitation, { id: link.invitationId });
  const poll = invitation && (await manager.findOneBy(Poll, { id: invitation.pollId }));
  if (!poll || poll.audience === Audience.TAKEN_DOWN) return null;
  if (personId !== null) {
    const asked = await askedBy(manager, invitation, poll.groupId);
    if (!asked.includes(personId)) return null;
  }
  return { link, invitation, poll };
}

/** That came of it, while it takes place. */
const meetingOf = async ({ manager }: Transaction, { meetingId: id }: Poll) =>
  id === null ? null : manager.findOneBy(Meeting, { id, status: MeetingStatus.SCHEDULED });

async function shown(tx: Transaction, { link, invitation, poll }: Linked): Promise<LinkedPoll> {
  const { manager } = tx;
  const { organisationId: id } = invitation;
  const organisation = id === null ? null : await manager.findOneBy(OrganisationReplica, { id });
  const slots = await manager.find(PollSlot, {
    where: { pollId: poll.id },
    order: { startsAt: "ASC" },
  });
  const given = await manager.findBy(PollAnswer, { invitationId: invitation.id });
  const { personId } = link;
  const hours = personId === null ? null : await manager.findOneBy(Availability, { personId });
  const meeting = await meetingOf(tx, poll);
  const isOpen = takesAnswers(poll);
  const isFilledIn = isOpen && given.length === 0 && hours !== null;
  const choices = isFilledIn
    ? slots.map((slot) => [slot.id, choiceBy(hours, slot)] as const)
    : given.map(({ slotId, choice }) => [slotId, choice] as const);
  return {
    ...{ poll, organisation: organisation?.name ?? null, slots, isFilledIn, isOpen },
    choices: new Map(choices),
    decided: meeting ? meeting.startsAt : null,
    timeZone: link.timeZone ?? hours?.timeZone ?? poll.timeZone,
  };
}
