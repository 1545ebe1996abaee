import { type EntityManager, In } from "typeorm";
import { Meeting } from "../meeting/meeting.entity.ts";
import { AgendaItem } from "./agenda-item.entity.ts";

/** What the change feed tells of an agenda item; one that was taken down is gone. */
export const agendaItemFeed = {
  type: "AgendaItem",
  load: async (manager: EntityManager, ids: readonly string[]) => {
    const all = await manager.findBy(AgendaItem, { id: In([...ids]), isTakenDown: false });
    const ruled = await ruledOf(manager, all);
    return new Map(all.map((item) => [item.id, payloadOf(item, ruled.has(item.meetingId))]));
  },
};

/** Those meetings that are held under the Chatham House Rule. */
async function ruledOf(manager: EntityManager, items: readonly AgendaItem[]) {
  const id = In([...new Set(items.map(({ meetingId }) => meetingId))]);
  const found = await manager.findBy(Meeting, { id, chathamHouse: true });
  return new Set(found.map((meeting) => meeting.id));
}

/** Under the rule nobody is told who presents it. */
const payloadOf = (item: AgendaItem, isRuled: boolean) => ({
  meeting: item.meetingId,
  title: item.title,
  presenter: isRuled || item.chathamHouse ? null : item.presenterId,
  objective: item.objectiveNumber,
  practice: item.practiceId,
});
