import { type EntityManager, In } from "typeorm";
import { MeetingSeries } from "./meeting-series.entity.ts";

/** What the change feed tells of a series. */
export const meetingSeriesFeed = {
  type: "MeetingSeries",
  load: async (manager: EntityManager, ids: readonly string[]) => {
    const all = await manager.findBy(MeetingSeries, { id: In([...ids]) });
    return new Map(all.map((series) => [series.id, payloadOf(series)]));
  },
};

const payloadOf = (series: MeetingSeries) => ({
  protection: {
    audience: series.audience,
    organisations: series.organisations,
    networks: series.networks,
  },
  title: series.title,
  group: series.groupId,
  network: series.networkId,
  rule: series.rule,
  timeZone: series.timeZone,
});
