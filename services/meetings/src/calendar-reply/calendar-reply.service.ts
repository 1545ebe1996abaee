import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, invalid, notFound } from "@convene/shared/errors";
import type { EntityManager } from "typeorm";
import type { AttendanceStatus } from "../attendance/attendance-status.enum.ts";
import { isOpenToAnswer } from "../attendance/attendance.policy.ts";
import { seatTaken } from "../attendance/attended-seat.repository.ts";
import { recordOf } from "../attendance/attendance.service.ts";
import { CalendarInvitation } from "../calendar-invitation/calendar-invitation.entity.ts";
import { changeFor } from "../calendar-invitation/invitation-change.value.ts";
import { type Guest, guestsOfSubject } from "../calendar-invitation/invitation-guest.repository.ts";
import { findSubject } from "../calendar-invitation/invitation-subject.repository.ts";
import { sequenceIn, uidOf } from "../calendar/calendar-entry.value.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import type { CalendarReply } from "./itip-reply.value.ts";

/** What somebody is asked, as they may see it now. */
export interface Asked {
  readonly guest: Guest;
  readonly uid: string;
  /** Null for a single meeting. */
  readonly series: MeetingSeries | null;
  readonly meetings: readonly Meeting[];
}

/** Answers to invitations: of the person, for the organisation for which they sit there. */
export class CalendarReplyService {
  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
  ) {}

  /** The person; null where the invitation is no more. */
  async owner(invitation: string): Promise<string | null> {
    const found = await this.manager.findOneBy(CalendarInvitation, { id: invitation });
    return found?.personId ?? null;
  }

  /** Null when they are not invited any more, or all is over. */
  asked(invitation: string): Promise<Asked | null> {
    return askedOf(this.manager, invitation);
  }

  /**
   * All of them, or none.
   *
   * @throws NOT_FOUND, BAD_USER_INPUT for what they are not invited to; CONFLICT for what has begun,
   *   or was moved since the version that was answered
   */
  answer(invitation: string, replies: readonly Answer[]): Promise<void> {
    return this.transactions.write(async (tx) => {
      const asked = await askedOf(tx.manager, invitation);
      if (!asked) throw notFound("Invitation", invitation);
      for (const reply of replies) {
        for (const meeting of answeredBy(reply, asked)) {
          await record(tx, { id: meeting.id, guest: asked.guest, reply });
        }
      }
    });
  }
}

/** By a link one answers what one sees: no version is named. */
export type Answer = Pick<CalendarReply, "occurrence" | "status"> &
  Partial<Pick<CalendarReply, "uid" | "sequence">>;

async function askedOf(manager: EntityManager, id: string): Promise<Asked | null> {
  const invitation = await manager.findOneBy(CalendarInvitation, { id });
  if (!invitation) return null;
  const { seriesId, meetingId, personId } = invitation;
  const subject = await findSubject(manager, seriesId ?? meetingId ?? "", new Date());
  const guests = subject ? await guestsOfSubject(manager, subject) : [];
  const guest = guests.find((one) => one.personId === personId);
  if (!subject || !guest) return null;
  const { shown } = changeFor(guest, {}, subject);
  return shown.length === 0
    ? null
    : { guest, uid: uidOf(subject.id), series: subject.series, meetings: shown };
}

/** To all of a series: but not to those that were moved, which whoever answered may not know. */
function answeredBy({ uid, occurrence, sequence }: Answer, asked: Asked): readonly Meeting[] {
  if (uid !== undefined && uid !== asked.uid) {
    throw invalid("body", "The reply is to another event: its UID is not that of the invitation");
  }
  const isKnown = (meeting: Meeting) =>
    sequence === undefined || sequence >= sequenceIn(asked.series, meeting);
  const found = asked.meetings.filter(
    ({ recurrenceStart, timeZone }) =>
      occurrence === null || recurrenceStart === occurrence(timeZone),
  );
  if (found.length === 0)
    throw invalid("body", "There is no such meeting in the series, or it is over");
  const known = found.filter(isKnown);
  if (known.length === 0)
    throw conflict("The meeting was moved since: answer the newer invitation");
  return [...known].sort((one, other) => (one.id < other.id ? -1 : 1));
}

interface Recording {
  readonly id: string;
  readonly guest: Guest;
  readonly reply: { readonly status: AttendanceStatus };
}

async function record(tx: Transaction, { id, guest, reply }: Recording): Promise<void> {
  const meeting = await tx.lock(Meeting, id);
  if (!meeting) return;
  const who = { meeting: id, organisation: guest.organisationId, person: guest.personId };
  const { known, fresh } = await recordOf(tx, who, await seatTaken(tx.manager, meeting, who));
  if (!isOpenToAnswer(meeting, known?.status ?? null)) {
    throw conflict("The meeting has begun, or its conveners have recorded who was there");
  }
  const answered = { status: reply.status, recordedAt: new Date() };
  await tx.manager.save(Object.assign(known ?? fresh, answered));
  await tx.publish({ ...meetingFeed, ids: [id] });
}
