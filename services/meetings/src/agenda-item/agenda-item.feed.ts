import { type EntityManager, In } from "typeorm";
import { AgendaItem } from "./agenda-item.entity.ts";

/** What the change feed tells of an agenda item; one that was taken down is gone. */
export const agendaItemFeed = {
  type: "AgendaItem",
  load: async (manager: EntityManager, ids: readonly string[]) => {
    const all = await manager.findBy(AgendaItem, { id: In([...ids]), isTakenDown: false });
    return new Map(all.map((item) => [item.id, payloadOf(item)]));
  },
};

const payloadOf = (item: AgendaItem) => ({
  meeting: item.meetingId,
  title: item.title,
  presenter: item.presenterId,
  objective: item.objectiveNumber,
  practice: item.practiceId,
});
