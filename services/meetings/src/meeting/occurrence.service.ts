import type { Transaction } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import { inviteLater } from "../invitation-due/invitation-due.repository.ts";
import type { OccurrenceMaker } from "../meeting-series/meeting-series.service.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { nudgeLater } from "../nudge-due/nudge-due.repository.ts";
import type { Occurrence } from "../recurrence/recurrence.value.ts";
import { plusMinutes } from "../wall-clock/wall-clock.value.ts";
import { MeetingStatus } from "./meeting-status.enum.ts";
import { Meeting } from "./meeting.entity.ts";
import { meetingFeed } from "./meeting.feed.ts";

/** Makes the meetings of a series, each a row of its own: it may be moved, renamed or cancelled. */
export class OccurrenceService implements OccurrenceMaker {
  async make(
    tx: Transaction,
    series: MeetingSeries,
    occurrences: readonly Occurrence[],
  ): Promise<void> {
    const rows = occurrences.map((occurrence) => meetingOf(series, occurrence));
    await tx.manager.insert(Meeting, rows);
    const ids = rows.map(({ id }) => id);
    await tx.publish({ ...meetingFeed, ids });
    await inviteLater(tx, ids);
    await nudgeLater(tx, ids);
  }
}

const meetingOf = (series: MeetingSeries, { local, startsAt }: Occurrence) => ({
  id: newId("mtg"),
  seriesId: series.id,
  recurrenceStart: local,
  groupId: series.groupId,
  networkId: series.networkId,
  title: series.title,
  chosenStart: local,
  timeZone: series.timeZone,
  startsAt,
  endsAt: plusMinutes(startsAt, series.durationMinutes),
  durationMinutes: series.durationMinutes,
  status: MeetingStatus.SCHEDULED,
  joinUrl: series.joinUrl,
  createdAt: series.createdAt,
  chosenAudience: series.chosenAudience,
  audience: series.audience,
  organisations: series.organisations,
  networks: series.networks,
  convenerAudience: series.convenerAudience,
});
