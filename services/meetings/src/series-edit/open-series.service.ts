import { Audience } from "@convene/shared/audience";
import type { Transaction } from "@convene/shared/database/transaction";
import { conflict, forbidden } from "@convene/shared/errors";
import type { Protection } from "@convene/shared/protection";
import type { Viewer } from "@convene/shared/viewer";
import { canConvene } from "../convener/convener.policy.ts";
import type { ConvenerService } from "../convener/convener.service.ts";
import { freeDatesOf } from "../free-date/free-date.repository.ts";
import type { KeptFree } from "../free-date/free-date.value.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { lockSeries } from "../meeting-series/meeting-series.service.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { expectVersion, type VersionedChange } from "@convene/shared/expected-version";

/** A series with its meetings in the order of their places, locked for one who may change it. */
export interface OpenSeries {
  readonly series: MeetingSeries;
  readonly protection: Protection | null;
  readonly meetings: readonly Meeting[];
  /** Dates that its network keeps free. */
  readonly free: readonly KeptFree[];
  readonly now: Date;
}

export interface OpenRequest {
  readonly conveners: ConvenerService;
  readonly viewer: Viewer;
  readonly input: VersionedChange;
}

/** @throws NOT_FOUND, FORBIDDEN; CONFLICT when it has changed, or was called off or taken down */
export async function openSeries(tx: Transaction, request: OpenRequest): Promise<OpenSeries> {
  const { conveners, viewer, input } = request;
  // The convener first, as whoever changes it goes on to its meetings.
  const known = await tx.manager.findOneBy(MeetingSeries, { id: input.id });
  const convener = known && (await conveners.hold(tx.manager, known));
  const series = await lockSeries(tx, viewer, input.id);
  if (!canConvene(viewer, series)) {
    throw forbidden("Co-leads of the group and the network's secretariat change its series");
  }
  expectVersion(series, input, seriesAsStored(series));
  if (series.cancelledAt) throw conflict(`Series ${series.id} is cancelled`);
  if (series.chosenAudience === Audience.TAKEN_DOWN) {
    throw conflict(`Series ${series.id} was taken down by moderators`);
  }
  const meetings = await tx.manager.find(Meeting, {
    where: { seriesId: series.id },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
    loadEagerRelations: false,
  });
  meetings.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const free = await freeDatesOf(tx.manager, series.networkId);
  return { series, protection: convener?.protection ?? null, meetings, free, now: new Date() };
}

const placeOf = ({ recurrenceStart, chosenStart }: Meeting) => recurrenceStart ?? chosenStart;

const seriesAsStored = (series: MeetingSeries) => ({
  type: "MeetingSeries",
  stored: {
    title: series.title,
    rule: series.rule,
    preset: series.preset,
    localStart: series.localStart,
    timeZone: series.timeZone,
    durationMinutes: series.durationMinutes,
    audience: series.chosenAudience,
    joinUrl: series.joinUrl,
  },
});
