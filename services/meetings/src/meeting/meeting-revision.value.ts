import type { Meeting } from "./meeting.entity.ts";

type Revision = Pick<Meeting, "sequence" | "revisedAt">;
type Revisable = Revision &
  Pick<Meeting, "startsAt" | "endsAt" | "timeZone" | "status" | "title" | "joinUrl">;

/**
 * The next revision of a meeting: `sequence` rises with what makes people plan anew, its time and
 * whether it takes place (RFC 5546, 2.1.4); `revisedAt` with everything that calendars show.
 */
export function revisionOf(before: Revisable, after: Revisable, now: Date): Revision {
  if (isMoved(before, after)) return { sequence: before.sequence + 1, revisedAt: now };
  const isTold = before.title !== after.title || before.joinUrl !== after.joinUrl;
  return { sequence: before.sequence, revisedAt: isTold ? now : before.revisedAt };
}

const isMoved = (before: Revisable, after: Revisable): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  before.timeZone !== after.timeZone ||
  before.status !== after.status;

/** What a meeting was, before it is changed. */
export const shownOf = (meeting: Revisable): Revisable => ({
  sequence: meeting.sequence,
  revisedAt: meeting.revisedAt,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  timeZone: meeting.timeZone,
  status: meeting.status,
  title: meeting.title,
  joinUrl: meeting.joinUrl,
});
