import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { invalid, notFound } from "@convene/shared/errors";
import { valueFacet } from "@convene/shared/facet/facet-sql";
import { requiredText, webAddress } from "@convene/shared/input";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { canSeeConvened, protectionWithin } from "../convener/convener.policy.ts";
import type { Convener, ConvenerService } from "../convener/convener.service.ts";
import { visibleConvened } from "../convener/visible-convened.repository.ts";
import { expand, type Occurrence } from "../recurrence/recurrence.value.ts";
import { rhythmOf } from "../recurrence/rhythm.value.ts";
import { timeSpan } from "../wall-clock/time-span.value.ts";
import { localOf, zoneOf } from "../wall-clock/wall-clock.value.ts";
import { freeDatesOf } from "../free-date/free-date.repository.ts";
import type { KeptFree } from "../free-date/free-date.value.ts";
import { networkFacet } from "../network/network.repository.ts";
import { MeetingSeries } from "./meeting-series.entity.ts";
import { dateRulesOf, NO_DATE_RULES, seriesDates } from "./series-dates.value.ts";
import { meetingSeriesFeed } from "./meeting-series.feed.ts";
import type { CreateMeetingSeriesInput, MeetingSeriesFilter } from "./meeting-series.inputs.ts";

/** Makes the meetings of a new series. */
export interface OccurrenceMaker {
  make(tx: Transaction, series: MeetingSeries, occurrences: readonly Occurrence[]): Promise<void>;
}

export interface MeetingSeriesParts {
  readonly manager: EntityManager;
  readonly transactions: Transactions;
  readonly conveners: ConvenerService;
  readonly occurrences: OccurrenceMaker;
}

export class MeetingSeriesService {
  constructor(private readonly parts: MeetingSeriesParts) {}

  list(
    viewer: Viewer | null,
    filter: MeetingSeriesFilter | null,
    args: ConnectionArgs,
  ): Promise<Connection<MeetingSeries>> {
    const where = [
      visibleConvened(viewer),
      valueFacet("filter.groups", "t.group_id", filter?.groups),
      networkFacet(viewer, filter?.networks),
    ];
    const order = [{ column: "t.id", direction: "ASC", type: "text" }] as const;
    return list(this.parts.manager, { entity: MeetingSeries, order, where }, args);
  }

  /** The series and all its meetings at once. */
  async create(viewer: Viewer, input: CreateMeetingSeriesInput): Promise<MeetingSeries> {
    const { conveners, occurrences, transactions } = this.parts;
    await conveners.expect(input);
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "createMeetingSeries",
        input,
        first: async () => {
          const convener = await conveners.holdToConvene(tx, viewer, input);
          // Only now: to make the dates of a rule is work, which nobody else may cause.
          const free = await freeDatesOf(tx.manager, convener.networkId);
          const { occurrences: times, ...plan } = planOf(input, free);
          const series = await insertSeries(tx, { ...plan, ...placeOf(convener, input) });
          await occurrences.make(tx, series, times);
          await tx.publish({ ...meetingSeriesFeed, ids: [series.id] });
          return series;
        },
        again: (id) => lockSeries(tx, viewer, id),
      }),
    );
  }
}

/** @throws NOT_FOUND when it is missing, or hidden from the viewer. */
export async function lockSeries(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<MeetingSeries> {
  const series = await tx.lock(MeetingSeries, id);
  if (!series || !canSeeConvened(viewer, series)) throw notFound("MeetingSeries", id);
  return series;
}

/** Everything that the input says of times, checked. */
function planOf(input: CreateMeetingSeriesInput, free: readonly KeptFree[]) {
  expectChoosable(null, input.audience);
  const timeZone = zoneOf("timeZone", input.timeZone);
  const localStart = localOf("localStart", input.localStart);
  const start = { local: localStart, timeZone };
  const { durationMinutes } = timeSpan(start, input);
  const { rule, occurrences } = expand({
    rule: rhythmOf(input, localStart),
    start,
    count: input.count ?? null,
    until: input.until ?? null,
  });
  const rules = dateRulesOf(input, NO_DATE_RULES);
  const early = rules.extraStarts.findIndex((local) => local < localStart);
  if (early >= 0) throw invalid(`extraStarts.${early}`, "It lies before the first of the rule");
  const { takePlace, skipped } = seriesDates(occurrences, rules, { timeZone, free });
  return {
    ...rules,
    skipped: [...skipped],
    title: requiredText("title", input.title),
    rule,
    preset: input.preset ?? null,
    byWeekday: input.byWeekday,
    localStart,
    timeZone,
    durationMinutes,
    occurrences: takePlace,
    joinUrl: webAddress("joinUrl", input.joinUrl),
  };
}

const placeOf = (convener: Convener, { audience }: CreateMeetingSeriesInput) => ({
  groupId: convener.groupId,
  networkId: convener.networkId,
  chosenAudience: audience,
  ...protectionWithin(convener.protection, audience),
});

export const insertSeries = (
  tx: Transaction,
  values: Partial<MeetingSeries>,
): Promise<MeetingSeries> => {
  const now = new Date();
  const series = { ...values, id: newId("ser"), createdAt: now, revisedAt: now };
  return tx.manager.save(tx.manager.create(MeetingSeries, series));
};
