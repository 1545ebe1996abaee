import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import DataLoader from "dataloader";
import { type EntityManager, In } from "typeorm";
import { findAgendaItem } from "../agenda-item/agenda-item.loaders.ts";
import { shownProposal, placeOf } from "../agenda-proposal/agenda-proposal.loaders.ts";
import type { Context } from "../context.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { PaperVersion } from "./paper-version.entity.ts";
import { Paper } from "./paper.entity.ts";

/** Asked for only on behalf of those who sit there. */
export const paperLoaders = (manager: EntityManager) => ({
  paper: loadOne(manager, { entity: Paper, key: "id" }),
  latestVersion: new DataLoader((papers: readonly string[]) => latestOf(manager, papers)),
  papersOfItem: new ChildLists(manager, {
    entity: Paper,
    parent: "t.item_id",
    order: [{ column: "t.id", direction: "ASC", type: "text" }],
  }),
  papersOfProposal: new ChildLists(manager, {
    entity: Paper,
    parent: "t.proposal_id",
    order: [{ column: "t.id", direction: "ASC", type: "text" }],
  }),
  versionsOfPaper: new ChildLists(manager, {
    entity: PaperVersion,
    parent: "t.paper_id",
    order: [{ column: "t.number", direction: "DESC", type: "integer" }],
  }),
});

async function latestOf(
  manager: EntityManager,
  papers: readonly string[],
): Promise<(PaperVersion | null)[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT ON (paper_id) id FROM paper_version WHERE paper_id = ANY($1::text[])
     ORDER BY paper_id, number DESC`,
    [[...papers]],
  );
  const found = await manager.findBy(PaperVersion, { id: In(rows.map(({ id }) => id)) });
  const versions = new Map(found.map((version) => [version.paperId, version]));
  return papers.map((paper) => versions.get(paper) ?? null);
}

/**
 * The meeting of its item, or else where it was proposed: for those who sit there, and of an item
 * that was not taken down from them. Null for all others.
 */
export async function placeOfPaper(
  { itemId, proposalId }: Pick<Paper, "itemId" | "proposalId">,
  context: Context,
) {
  const { loaders, viewer } = context;
  const item = itemId === null ? null : await findAgendaItem(itemId, context);
  if (itemId !== null) {
    const meeting = item && (await loaders.meeting.load(item.meetingId));
    return meeting && canReadMinutes(viewer, meeting) ? meeting : null;
  }
  const proposal = await loaders.agendaProposal.load(proposalId ?? "");
  const shown = await shownProposal(proposal, context);
  return shown && placeOf(shown, loaders);
}

/** The paper, where the viewer may read it. */
export async function shownPaper(paper: Paper | null, context: Context): Promise<Paper | null> {
  return paper && (await placeOfPaper(paper, context)) ? paper : null;
}
