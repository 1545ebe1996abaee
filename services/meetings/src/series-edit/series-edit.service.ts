import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import type { Viewer } from "@convene/shared/viewer";
import type { ConvenerService } from "../convener/convener.service.ts";
import { inviteLater, inviteLaterToRest } from "../invitation-due/invitation-due.repository.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { meetingSeriesFeed } from "../meeting-series/meeting-series.feed.ts";
import { lockSeries } from "../meeting-series/meeting-series.service.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { nudgeLater } from "../nudge-due/nudge-due.repository.ts";
import {
  type GoingOn,
  goOnTurning,
  takeTurns,
  turnsBefore,
} from "../rotation/turn-taking.service.ts";
import { datesAfter } from "./dates-after.value.ts";
import { fall } from "./following.value.ts";
import { type MeetingChanges, meetingChanges } from "./meeting-changes.value.ts";
import { openSeries } from "./open-series.service.ts";
import type { CancelMeetingSeriesInput, UpdateMeetingSeriesInput } from "./series-edit.inputs.ts";
import { beginAnew, changesOf, revise } from "./series-change.value.ts";
import { exceptionsBefore } from "./series-exceptions.value.ts";
import { partFrom, partToChange, whole } from "./part-to-change.value.ts";

export interface SeriesEditParts {
  readonly transactions: Transactions;
  readonly conveners: ConvenerService;
}

/** Changes of all meetings of a series, or of one and all that follow. What has begun stays. */
export class SeriesEditService {
  constructor(private readonly parts: SeriesEditParts) {}

  /** Answers the series of the meetings that were changed: a new one where they were split off. */
  update(viewer: Viewer, input: UpdateMeetingSeriesInput): Promise<MeetingSeries> {
    const { conveners } = this.parts;
    return this.once(viewer, { mutation: "updateMeetingSeries", input }, async (tx) => {
      const open = await openSeries(tx, { conveners, viewer, input });
      const { series, protection, now } = open;
      expectChoosable(series.chosenAudience, input.audience);
      const part = partToChange(open, input);
      const { timing, takePlace, rules } = datesAfter(open, part, input);
      const target = part.ruleBefore === null ? series : beginAnew(series, now);
      const { start } = part;
      const goingOn =
        target === series
          ? null
          : await turnsBefore(tx.manager, series, { meetings: open.meetings, start });
      if (part.ruleBefore !== null) {
        const rest = exceptionsBefore(series, part.start);
        await save(tx, revise(series, { rule: part.ruleBefore, ...rest }, now), NOTHING);
        await inviteLaterToRest(tx, series.id);
      }
      const followed = { series: target, protection, now };
      revise(target, { ...changesOf(followed, input, timing), ...rules }, now);
      const changes = meetingChanges(
        followed,
        part.meetings,
        timing && takePlace && { ...timing, takePlace },
      );
      return save(tx, target, { ...changes, goingOn });
    });
  }

  /** What is called off stays to be seen, with its agenda. */
  cancel(viewer: Viewer, input: CancelMeetingSeriesInput): Promise<MeetingSeries> {
    const { conveners } = this.parts;
    return this.once(viewer, { mutation: "cancelMeetingSeries", input }, async (tx) => {
      const open = await openSeries(tx, { conveners, viewer, input });
      const { series, now } = open;
      const part = input.from ? partFrom(open, input.from) : whole(open);
      const { ruleBefore: rule } = part;
      const changed = part.meetings.filter((meeting) => fall(open, meeting, false));
      revise(series, rule === null ? { cancelledAt: now } : { rule }, now);
      return save(tx, series, { changed, added: [] });
    });
  }

  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<MeetingSeries>, "mutation" | "input">,
    work: (tx: Transaction) => Promise<MeetingSeries>,
  ): Promise<MeetingSeries> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: (id) => lockSeries(tx, viewer, id),
      }),
    );
  }
}

const NOTHING: MeetingChanges = { changed: [], added: [] };

interface Saving extends MeetingChanges {
  /** Of a series that was split off. */
  readonly goingOn?: GoingOn | null;
}

/** The series and its meetings, told to the feed; then whoever's turn it is. */
async function save(
  tx: Transaction,
  series: MeetingSeries,
  { changed, added, goingOn = null }: Saving,
): Promise<MeetingSeries> {
  const saved = await tx.manager.save(series);
  if (goingOn) await goOnTurning(tx.manager, saved.id, goingOn);
  await tx.manager.save([...changed]);
  await tx.manager.insert(Meeting, [...added]);
  await tx.publish({ ...meetingSeriesFeed, ids: [series.id] });
  const ids = [...changed, ...added].map(({ id }) => id);
  await tx.publish({ ...meetingFeed, ids });
  await inviteLater(tx, ids);
  await nudgeLater(tx, ids);
  await takeTurns(tx, saved);
  return saved;
}
