import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { agendaItemFeed } from "../agenda-item/agenda-item.feed.ts";
import { BurdenRecord } from "../burden/burden-record.entity.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { lockToEdit, lockToSee } from "../meeting/meeting.service.ts";
import { confideCarried } from "./carried-item.repository.ts";
import type { ApplyChathamHouseRuleInput } from "./chatham-house.inputs.ts";

/** Is never lifted: what was said in confidence stays so. */
export class ChathamHouseService {
  constructor(private readonly transactions: Transactions) {}

  /** Also of what was recorded before; a second time changes nothing. */
  apply(viewer: Viewer, input: ApplyChathamHouseRuleInput): Promise<Meeting> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "applyChathamHouseRule",
        input,
        first: async () => {
          const meeting = await lockToEdit(tx, viewer, input.meeting);
          return input.agendaItem
            ? applyToItem(tx, meeting, input.agendaItem)
            : applyToMeeting(tx, meeting);
        },
        again: (id) => lockToSee(tx, viewer, id),
      }),
    );
  }
}

/** Whoever follows the feed hears anew of all that named somebody. What it cost whom is forgotten, by who was there. */
async function applyToMeeting(tx: Transaction, meeting: Meeting): Promise<Meeting> {
  meeting.chathamHouse = true;
  const saved = await tx.manager.save(meeting);
  await tx.manager.delete(BurdenRecord, { meetingId: meeting.id });
  const items = await tx.manager.findBy(AgendaItem, { meetingId: meeting.id });
  const ids = items.map(({ id }) => id);
  const later = await confideCarried(tx.manager, ids);
  await tx.publish({ ...meetingFeed, ids: [meeting.id] });
  await tx.publish({ ...agendaItemFeed, ids: [...ids, ...later] });
  return saved;
}

async function applyToItem(tx: Transaction, meeting: Meeting, id: string): Promise<Meeting> {
  const item = await tx.manager.findOneBy(AgendaItem, { id, meetingId: meeting.id });
  if (!item) throw notFound("AgendaItem", id);
  await tx.manager.update(AgendaItem, { id }, { chathamHouse: true });
  const later = await confideCarried(tx.manager, [id]);
  await tx.publish({ ...agendaItemFeed, ids: [id, ...later] });
  return meeting;
}
