import { prefixOf } from "@convene/shared/type-id";
import { type EntityManager, MoreThan } from "typeorm";
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
  /** Its meetings that are not over, those that were called off among them. */
  readonly ahead: readonly Meeting[];
  readonly known: readonly CalendarInvitation[];
  readonly now: Date;
}

/** Null when it is gone, or over. */
export async function findSubject(
  manager: EntityManager,
  id: string,
  now: Date,
): Promise<Subject | null> {
  const isSeries = prefixOf(id) === "ser";
  const endsAt = MoreThan(now);
  const series = isSeries ? await manager.findOneBy(MeetingSeries, { id }) : null;
  const ahead = await manager.find(Meeting, {
    where: isSeries ? { seriesId: id, endsAt } : { id, endsAt },
    order: { recurrenceStart: "ASC", id: "ASC" },
  });
  const known = await manager.find(CalendarInvitation, {
    where: isSeries ? { seriesId: id } : { meetingId: id },
    order: { id: "ASC" },
  });
  const [first] = ahead;
  return first ? { id, series, convened: first, ahead, known, now } : null;
}
