import { In } from "typeorm";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { seatReplica } from "../seat/seat.replica.ts";
import { Rotation } from "./rotation.entity.ts";
import { takeTurns } from "./turn-taking.service.ts";

/** The replica of the seats, after whose changes co-leads take other turns. */
export const turningSeats: typeof seatReplica = {
  ...seatReplica,
  follow: async (tx, changes) => {
    await seatReplica.follow?.(tx, changes);
    const groups = changes.map(({ payload }) => payload.group);
    const led = await tx.manager.find(MeetingSeries, {
      where: { groupId: In([...new Set(groups)]) },
      order: { id: "ASC" },
    });
    const seriesId = In(led.map(({ id }) => id));
    const rotations = await tx.manager.findBy(Rotation, { seriesId, coLeads: true });
    const turning = new Set(rotations.map((rotation) => rotation.seriesId));
    for (const series of led) {
      if (!turning.has(series.id)) continue;
      await tx.lock(MeetingSeries, series.id);
      await takeTurns(tx, series);
    }
  },
};
