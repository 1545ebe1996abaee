import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { AgendaProposal } from "./agenda-proposal.entity.ts";

/** Asked for only on behalf of those who sit there. */
export const agendaProposalLoaders = (manager: EntityManager) => ({
  agendaProposal: loadOne(manager, { entity: AgendaProposal, key: "id" }),
  proposalOfItem: loadOne(manager, { entity: AgendaProposal, key: "itemId" }),
  backlogOfItem: loadOne(manager, { entity: AgendaProposal, key: "carriedFromId" }),
  proposalsOfMeeting: new ChildLists(manager, {
    entity: AgendaProposal,
    parent: "t.meeting_id",
    order: [{ column: "t.id", direction: "ASC", type: "text" }],
  }),
  proposalsOfSeries: new ChildLists(manager, {
    entity: AgendaProposal,
    parent: "t.series_id",
    order: [{ column: "t.id", direction: "DESC", type: "text" }],
  }),
  backlogOfSeries: new ChildLists(manager, {
    entity: AgendaProposal,
    parent: "t.series_id",
    order: [{ column: "t.id", direction: "ASC", type: "text" }],
    where: [sql`t.state = 'BACKLOG'`],
  }),
});

type Loaders = Context["loaders"];
type Placed = Pick<AgendaProposal, "meetingId" | "seriesId">;

/** The meeting, or else the series, whose proposal it is; null where it is hidden. */
export const placeOf = ({ meetingId, seriesId }: Placed, loaders: Loaders) =>
  meetingId === null ? loaders.meetingSeries.load(seriesId ?? "") : loaders.meeting.load(meetingId);

/** The proposal, where the viewer sits there. */
export async function shownProposal(
  proposal: AgendaProposal | null,
  { viewer, loaders }: Context,
): Promise<AgendaProposal | null> {
  const place = proposal && (await placeOf(proposal, loaders));
  return place && canReadMinutes(viewer, place) ? proposal : null;
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
