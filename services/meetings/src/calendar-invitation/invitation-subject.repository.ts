import { prefixOf } from "@convene/shared/type-id";
import type { EntityManager } from "typeorm";
import type { Convened } from "../convener/convener.policy.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { CalendarInvitation } from "./calendar-invitation.entity.ts";

/** What one is invited to: a series, or a meeting of none; with one UID in every calendar. */
export interface Subject {
  readonly id: string;
  /** Null for a single meeting. */
  readonly series: MeetingSeries | null;
  readonly convened: Convened;
  readonly past: readonly Meeting[];
  /** Its meetings that are not over, those that were called off among them. */
  readonly ahead: readonly Meeting[];
  readonly known: readonly CalendarInvitation[];
  readonly now: Date;
}

/** Null when it is gone; or over, and nobody knows of it. */
export async function findSubject(
  manager: EntityManager,
  id: string,
  now: Date,
): Promise<Subject | null> {
  const isSeries = prefixOf(id) === "ser";
  const series = isSeries ? await manager.findOneBy(MeetingSeries, { id }) : null;
  const meetings = await manager.find(Meeting, {
    where: isSeries ? { seriesId: id } : { id },
    order: { recurrenceStart: "ASC", id: "ASC" },
  });
  const known = await manager.find(CalendarInvitation, {
    where: isSeries ? { seriesId: id } : { meetingId: id },
    order: { id: "ASC" },
  });
  const ahead = meetings.filter(({ endsAt }) => endsAt > now);
  const past = meetings.filter(({ endsAt }) => endsAt <= now);
  const convened = ahead[0] ?? (known.length > 0 ? series : null);
  return convened && { id, series, convened, past, ahead, known, now };
}
