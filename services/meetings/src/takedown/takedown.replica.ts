import type { Transaction } from "@convene/shared/database/transaction";
import {
  type AudiencePlace,
  hideRecord,
  restoreRecord,
} from "@convene/shared/takedown/taken-down-record";
import { takedownReplica } from "@convene/shared/takedown/takedown-replica";
import { prefixOf } from "@convene/shared/type-id";
import { agendaItemFeed } from "../agenda-item/agenda-item.feed.ts";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { meetingSeriesFeed } from "../meeting-series/meeting-series.feed.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { protectAfter } from "../protection/protection.replica.ts";

const MEETING = { table: "meeting", column: "chosen_audience" } as const;
const SERIES = { table: "meeting_series", column: "chosen_audience" } as const;

/** What moderators take down of meetings; whoever convenes them still sees it. */
export const meetingTakedowns = takedownReplica({
  prefixes: ["mtg", "ser", "agi"],
  hide: (tx, id) => (prefixOf(id) === "agi" ? markItem(tx, id, true) : choose(tx, id, hideRecord)),
  restore: (tx, id) =>
    prefixOf(id) === "agi" ? markItem(tx, id, false) : choose(tx, id, restoreRecord),
});

/** As if that audience had been chosen: who sees it follows from the convener as well. */
async function choose(
  tx: Transaction,
  id: string,
  change: (manager: Transaction["manager"], place: AudiencePlace, id: string) => Promise<boolean>,
): Promise<void> {
  const isMeeting = prefixOf(id) === "mtg";
  const place = isMeeting ? MEETING : SERIES;
  const { manager } = tx;
  const { table } = place;
  if (!(await protectAfter(manager, { table, id }, () => change(manager, place, id)))) return;
  await tx.publish({ ...(isMeeting ? meetingFeed : meetingSeriesFeed), ids: [id] });
}

async function markItem(tx: Transaction, id: string, isTakenDown: boolean): Promise<void> {
  await tx.manager.update(AgendaItem, { id }, { isTakenDown });
  await tx.publish({ ...agendaItemFeed, ids: [id] });
}
