import type { Transaction } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import { IsNull, Not } from "typeorm";
import { AttendanceStatus } from "../attendance/attendance-status.enum.ts";
import { Attendance } from "../attendance/attendance.entity.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import type { Poll } from "../poll/poll.entity.ts";

interface Invited {
  readonly poll: Poll;
  readonly meeting: Meeting;
}

/**
 * Invites those whom a poll has asked to the meeting that came of it, in the transaction that makes
 * it: each organisation is recorded as invited. What they answered to the poll is not recorded, since
 * it may be hidden from the others who sit there.
 */
export async function inviteAsked(
  { manager }: Transaction,
  { poll, meeting }: Invited,
): Promise<void> {
  const organisationId = Not(IsNull());
  const invited = await manager.findBy(PollInvitation, { pollId: poll.id, organisationId });
  const known = await manager.findBy(Attendance, { meetingId: meeting.id });
  const recorded = new Set(known.map((attendance) => attendance.organisationId));
  const fresh = invited.filter((who) => !recorded.has(who.organisationId ?? ""));
  await manager.insert(
    Attendance,
    fresh.map((who) => ({
      ...{ id: newId("att"), meetingId: meeting.id, organisationId: who.organisationId ?? "" },
      ...{ personId: null, status: AttendanceStatus.INVITED, recordedAt: new Date() },
    })),
  );
}
