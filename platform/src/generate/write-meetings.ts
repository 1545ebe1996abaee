import { AgendaItem } from "@convene/meetings/agenda-item/agenda-item.entity";
import { agendaItemFeed } from "@convene/meetings/agenda-item/agenda-item.feed";
import { Attendance } from "@convene/meetings/attendance/attendance.entity";
import { MeetingSeries } from "@convene/meetings/meeting-series/meeting-series.entity";
import { meetingSeriesFeed } from "@convene/meetings/meeting-series/meeting-series.feed";
import { Meeting } from "@convene/meetings/meeting/meeting.entity";
import { meetingFeed } from "@convene/meetings/meeting/meeting.feed";
import type { Transaction } from "@convene/shared/database/transaction";
import { type Counts, inBulk, insertNew, type Target } from "./bulk.ts";
import { type Made, meetingSeries } from "./meeting.ts";
import type { Outline } from "./outline.ts";

/** Series with their meetings, agendas, and who was there. */
export const writeMeetings = (target: Target, outline: Outline): Promise<Counts> =>
  inBulk({ ...target, title: "Meetings", items: meetingSeries(outline), write });

async function write(tx: Transaction, made: readonly Made[]): Promise<Counts> {
  const { manager } = tx;
  const series = made.map(({ row }) => row);
  const meetings = made.flatMap((one) => one.meetings);
  const agenda = made.flatMap((one) => one.agenda);
  const attendance = made.flatMap((one) => one.attendance);
  const seriesIds = await insertNew(manager, MeetingSeries, series);
  const meetingIds = await insertNew(manager, Meeting, meetings);
  const agendaIds = await insertNew(manager, AgendaItem, agenda);
  await insertNew(manager, Attendance, attendance);
  await tx.publish({ ...meetingSeriesFeed, ids: seriesIds });
  await tx.publish({ ...meetingFeed, ids: meetingIds });
  await tx.publish({ ...agendaItemFeed, ids: agendaIds });
  return {
    series: series.length,
    meetings: meetings.length,
    "agenda items": agenda.length,
    "attendance records": attendance.length,
  };
}
