import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { ofShownItem } from "../agenda-item/agenda-item.loaders.ts";
import { canSeeItem } from "../agenda-item/agenda-item.policy.ts";
import type { Context } from "../context.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { AgendaProposal } from "./agenda-proposal.entity.ts";

/** Asked for only on behalf of those who sit there. */
export const agendaProposalLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  agendaProposal: loadOne(manager, { entity: AgendaProposal, key: "id" }),
  proposalOfItem: loadOne(manager, { entity: AgendaProposal, key: "itemId" }),
  backlogOfItem: loadOne(manager, { entity: AgendaProposal, key: "carriedFromId" }),
  proposalsOfMeeting: new ChildLists(manager, {
    entity: AgendaProposal,
    parent: "t.meeting_id",
    order: [{ column: "t.id", direction: "ASC", type: "text" }],
    where: ofShownItems(viewer),
  }),
  proposalsOfSeries: new ChildLists(manager, {
    entity: AgendaProposal,
    parent: "t.series_id",
    order: [{ column: "t.id", direction: "DESC", type: "text" }],
    where: ofShownItems(viewer),
  }),
  backlogOfSeries: new ChildLists(manager, {
    entity: AgendaProposal,
    parent: "t.series_id",
    order: [{ column: "t.id", direction: "ASC", type: "text" }],
    where: [sql`t.state = 'BACKLOG'`, ...ofShownItems(viewer)],
  }),
});

/** With an item that was taken down goes the proposal that it was, and what it has left over. */
const ofShownItems = (viewer: Viewer | null): Sql[] => [
  ofShownItem(viewer, "item_id"),
  ofShownItem(viewer, "carried_from_id"),
];

type Loaders = Context["loaders"];
type Placed = Pick<AgendaProposal, "meetingId" | "seriesId">;

/** The meeting, or else the series, whose proposal it is; null where it is hidden. */
export const placeOf = ({ meetingId, seriesId }: Placed, loaders: Loaders) =>
  meetingId === null ? loaders.meetingSeries.load(seriesId ?? "") : loaders.meeting.load(meetingId);

/** The proposal, where the viewer sits there, and no item of it was taken down from them. */
export async function shownProposal(
  proposal: AgendaProposal | null,
  context: Context,
): Promise<AgendaProposal | null> {
  const place = proposal && (await placeOf(proposal, context.loaders));
  if (!place || !canReadMinutes(context.viewer, place)) return null;
  const items = [proposal.itemId, proposal.carriedFromId].filter((id) => id !== null);
  const hidden = await Promise.all(items.map((id) => isTakenDownFrom(id, context)));
  return hidden.includes(true) ? null : proposal;
}

async function isTakenDownFrom(id: string, { viewer, loaders }: Context): Promise<boolean> {
  const item = await loaders.agendaItem.load(id);
  if (!item?.isTakenDown) return false;
  const meeting = await loaders.meeting.load(item.meetingId);
  return meeting === null || !canSeeItem(viewer, item, meeting);
}

/** Whether nobody is told who proposes it, by the Chatham House Rule. */
export async function isConfidential(
  { chathamHouse, meetingId, itemId }: AgendaProposal,
  loaders: Loaders,
): Promise<boolean> {
  if (chathamHouse) return true;
  const item = itemId === null ? null : await loaders.agendaItem.load(itemId);
  if (item?.chathamHouse) return true;
  const meetings = [meetingId, item?.meetingId ?? null].filter((id) => id !== null);
  const found = await loaders.meeting.loadMany(meetings);
  return found.some(
    (meeting) => meeting !== null && "chathamHouse" in meeting && meeting.chathamHouse,
  );
}
