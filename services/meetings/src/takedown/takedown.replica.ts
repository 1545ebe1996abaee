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
import { PollLink } from "../poll-link/poll-link.entity.ts";
import { allNotices } from "../poll-link/poll-notice.feed.ts";
import { pollFeed } from "../poll/poll.feed.ts";
import { protectAfter } from "../protection/protection.replica.ts";

const column = "chosen_audience";
const MEETING = { place: { table: "meeting", column }, feed: meetingFeed } as const;
const SERIES = { place: { table: "meeting_series", column }, feed: meetingSeriesFeed } as const;
const POLL = { place: { table: "poll", column }, feed: pollFeed } as const;
const KINDS: Readonly<Record<string, typeof MEETING | typeof SERIES | typeof POLL>> = {
  ...{ mtg: MEETING, ser: SERIES, pol: POLL },
};

/** What moderators take down of meetings; whoever convenes them still sees it. */
export const meetingTakedowns = takedownReplica({
  prefixes: ["mtg", "ser", "agi", "pol"],
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
  const kind = KINDS[prefixOf(id) ?? ""];
  if (!kind) return;
  const { place, feed } = kind;
  const { manager } = tx;
  const { table } = place;
  if (!(await protectAfter(manager, { table, id }, () => change(manager, place, id)))) return;
  await tx.publish({ ...feed, ids: [id] });
  // What waits to be mailed of a poll asks nobody, until it is restored.
  if (kind === POLL) await tx.publish(allNotices(await manager.findBy(PollLink, { pollId: id })));
}

async function markItem(tx: Transaction, id: string, isTakenDown: boolean): Promise<void> {
  await tx.manager.update(AgendaItem, { id }, { isTakenDown });
  await tx.publish({ ...agendaItemFeed, ids: [id] });
}
