import { In } from "typeorm";
import { Availability } from "../availability/availability.entity.ts";
import { CalendarFeed } from "../calendar-feed/calendar-feed.entity.ts";
import { personReplica } from "../person/person.replica.ts";
import { BurdenRecord } from "./burden-record.entity.ts";

/** The replica of the people, which forgets somebody's hours, burdens and feeds once they are gone. */
export const forgettingPeople: typeof personReplica = {
  ...personReplica,
  remove: async (manager, tombstones) => {
    await personReplica.remove(manager, tombstones);
    const personId = In(tombstones.map(({ id }) => id));
    await manager.delete(BurdenRecord, { personId });
    await manager.delete(Availability, { personId });
    await manager.delete(CalendarFeed, { personId });
  },
};
