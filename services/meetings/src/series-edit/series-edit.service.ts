import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict } from "@convene/shared/errors";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import type { Viewer } from "@convene/shared/viewer";
import type { ConvenerService } from "../convener/convener.service.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { meetingSeriesFeed } from "../meeting-series/meeting-series.feed.ts";
import { lockSeries } from "../meeting-series/meeting-series.service.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { fall, isFallen } from "./following.value.ts";
import { type MeetingChanges, meetingChanges } from "./meeting-changes.value.ts";
import { openSeries, type OpenSeries } from "./open-series.service.ts";
import type { CancelMeetingSeriesInput, UpdateMeetingSeriesInput } from "./series-edit.inputs.ts";
import { beginAnew, changesOf, revise } from "./series-change.value.ts";
import { hasBegun, partToCome, type SeriesPart } from "./series-part.value.ts";
import { isRetimed, retimed, ruleBefore } from "./series-timing.value.ts";

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
      const isPart = isRetimed(input) || Boolean(input.from);
      const part = isPart ? partOf(open, input) : { ...whole(open), ruleBefore: null };
      const timing =
        isRetimed(input) || part.ruleBefore !== null
          ? retimed({ series, start: part.start, now }, input)
          : null;
      const target = part.ruleBefore === null ? series : beginAnew(series, now);
      if (part.ruleBefore !== null) {
        await save(tx, revise(series, { rule: part.ruleBefore }, now), NOTHING);
      }
      const followed = { series: target, protection, now };
      revise(target, changesOf(followed, input, timing), now);
      const changes = meetingChanges(followed, part.meetings, isRetimed(input) ? timing : null);
      return save(tx, target, changes);
    });
  }

  /** What is called off stays to be seen, with its agenda. */
  cancel(viewer: Viewer, input: CancelMeetingSeriesInput): Promise<MeetingSeries> {
    const { conveners } = this.parts;
    return this.once(viewer, { mutation: "cancelMeetingSeries", input }, async (tx) => {
      const open = await openSeries(tx, { conveners, viewer, input });
      const { series, now } = open;
      const part = input.from ? partOf(open, input) : { ...whole(open), ruleBefore: null };
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

interface Part extends SeriesPart {
  /** What is left of the rule before it; null when that is nothing: then it is the whole. */
  readonly ruleBefore: string | null;
}

function partOf(open: OpenSeries, input: CancelMeetingSeriesInput): Part {
  const { meetings, series, now } = open;
  const part = partToCome(meetings, input.from ?? null, now);
  const rule = ruleBefore(series, part.start);
  return rule !== null && part.hasHead
    ? { ...part, ruleBefore: rule }
    : { ...partToCome(meetings, null, now), ruleBefore: null };
}

/** All that have not begun, wherever they stand. */
function whole({ meetings, now, series }: OpenSeries): SeriesPart {
  const toCome = meetings.filter((meeting) => !hasBegun(meeting, now) && !isFallen(meeting));
  if (toCome.length === 0) {
    throw conflict("No meeting of the series is still to come: what was, never changes");
  }
  return { meetings: toCome, start: series.localStart, hasHead: false };
}

/** The series and its meetings, told to the feed. */
async function save(
  tx: Transaction,
  series: MeetingSeries,
  { changed, added }: MeetingChanges,
): Promise<MeetingSeries> {
  const saved = await tx.manager.save(series);
  await tx.manager.save([...changed]);
  await tx.manager.insert(Meeting, [...added]);
  await tx.publish({ ...meetingSeriesFeed, ids: [series.id] });
  await tx.publish({ ...meetingFeed, ids: [...changed, ...added].map(({ id }) => id) });
  return saved;
}
