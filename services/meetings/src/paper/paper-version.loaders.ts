import type { Site } from "@convene/shared/site";
import { isConfidential } from "../agenda-proposal/agenda-proposal.loaders.ts";
import { isUnderRule, ofItem } from "../confidence/confidence.loaders.ts";
import type { Context } from "../context.ts";
import { placeOfPaper } from "./paper.loaders.ts";
import { canDownload } from "./paper.policy.ts";
import { DOWNLOAD_KEY, downloadPath, downloadUntil } from "./paper-token.value.ts";
import type { PaperVersion } from "./paper-version.entity.ts";

type Loaders = Context["loaders"];
type OfPaper = Pick<PaperVersion, "paperId">;

/** The item to whose meeting it belongs; null while it belongs to a proposal. */
async function itemOf({ paperId }: OfPaper, loaders: Loaders) {
  const paper = await loaders.paper.load(paperId);
  return paper?.itemId == null ? null : loaders.agendaItem.load(paper.itemId);
}

/** By the deadline as it stands now: one that was moved moves what is late. */
export async function isLate(
  version: Pick<PaperVersion, "paperId" | "uploadedAt">,
  loaders: Loaders,
): Promise<boolean> {
  const item = await itemOf(version, loaders);
  const meeting = item && (await loaders.meeting.load(item.meetingId));
  return meeting?.papersDueAt != null && version.uploadedAt > meeting.papersDueAt;
}

/** Under the Chatham House Rule nobody is told who has sent what. */
export async function isUploaderHidden(version: OfPaper, loaders: Loaders): Promise<boolean> {
  const item = await itemOf(version, loaders);
  if (item) return isUnderRule(ofItem(item), loaders);
  const paper = await loaders.paper.load(version.paperId);
  const proposal = paper && (await loaders.agendaProposal.load(paper.proposalId ?? ""));
  return proposal === null || isConfidential(proposal, loaders);
}

interface Asking {
  readonly context: Context;
  readonly site: Site;
}

/** Null for whoever could not open it. */
export async function downloadUrlFor(
  { id, paperId }: PaperVersion,
  { context, site }: Asking,
): Promise<string | null> {
  const { viewer, loaders } = context;
  const paper = await loaders.paper.load(paperId);
  const place = paper && (await placeOfPaper(paper, context));
  if (!place || viewer?.person == null || !canDownload(viewer, place)) return null;
  const download = { version: id, person: viewer.person, until: downloadUntil() };
  return downloadPath(site.keyFor(DOWNLOAD_KEY), download);
}
