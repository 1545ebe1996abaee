import type { Transaction } from "@convene/shared/database/transaction";
import {
  AppError,
  conflict,
  forbidden,
  invalid,
  limitExceeded,
  notFound,
} from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { isProposer, isWaiting } from "../agenda-proposal/agenda-proposal.policy.ts";
import { holdProposal } from "../agenda-proposal/proposal-place.service.ts";
import { canConvene, type Convened, type ConvenedProtection } from "../convener/convener.policy.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { findItem } from "../agenda-item/agenda-item.service.ts";
import { lockToSee } from "../meeting/meeting.service.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { Paper } from "./paper.entity.ts";
import type { UploadPaperInput } from "./paper.inputs.ts";
import { canAddPaper, canEditPaper } from "./paper.policy.ts";

const MOST_PAPERS = 50;

/** To what a file belongs: one of the three. */
export interface Target {
  readonly itemId: string | null;
  readonly proposalId: string | null;
  readonly paperId: string | null;
}

const NOWHERE: Target = { itemId: null, proposalId: null, paperId: null };

type Choice = Pick<UploadPaperInput, "agendaItem" | "proposal" | "paper">;

/**
 * Where somebody may send a file, with the row of its meeting or series held.
 *
 * @throws BAD_USER_INPUT unless one of the three is given; NOT_FOUND; FORBIDDEN; CONFLICT
 */
export async function holdTarget(tx: Transaction, viewer: Viewer, choice: Choice): Promise<Target> {
  const { agendaItem, proposal, paper } = choice;
  if ([agendaItem, proposal, paper].filter(Boolean).length !== 1) {
    throw invalid("agendaItem", "Give the agenda item, the proposal, or the paper: one of them");
  }
  if (paper) return { ...NOWHERE, paperId: (await holdPaperToEdit(tx, viewer, paper)).id };
  const target = agendaItem
    ? { ...NOWHERE, itemId: await holdItem(tx, viewer, agendaItem) }
    : { ...NOWHERE, proposalId: await holdOwnProposal(tx, viewer, proposal ?? "") };
  const { itemId, proposalId } = target;
  const here = itemId === null ? { proposalId: proposalId ?? "" } : { itemId };
  if ((await tx.manager.countBy(Paper, here)) < MOST_PAPERS) return target;
  throw limitExceeded(`An item has at most ${MOST_PAPERS} papers`);
}

async function holdItem(tx: Transaction, viewer: Viewer, id: string): Promise<string> {
  const meeting = await lockMeetingOf(tx, viewer, id);
  if (!canAddPaper(viewer, meeting)) {
    throw forbidden("Those who convene the meeting, and the members, send papers for it");
  }
  return id;
}

/** @throws NOT_FOUND for an item that is missing, hidden or taken down from the viewer */
async function lockMeetingOf(tx: Transaction, viewer: Viewer, id: string): Promise<Meeting> {
  const known = await findItem(tx, viewer, id);
  const meeting = await lockToSee(tx, viewer, known.meetingId);
  if (known.isTakenDown && !canConvene(viewer, meeting)) throw notFound("AgendaItem", id);
  return meeting;
}

async function holdOwnProposal(tx: Transaction, viewer: Viewer, id: string): Promise<string> {
  const { proposal, place } = await holdProposal(tx, viewer, id);
  if (!isProposer(viewer, proposal) && !canConvene(viewer, place)) {
    throw forbidden("Whoever has proposed it, and those who convene, send papers for it");
  }
  if (!isWaiting(proposal)) throw conflict(`It is decided on proposal ${id}`);
  return id;
}

/** @throws NOT_FOUND for all who do not sit there; FORBIDDEN */
export async function holdPaperToEdit(tx: Transaction, viewer: Viewer, id: string): Promise<Paper> {
  const known = await tx.manager.findOneBy(Paper, { id });
  const place = known && (await holdPlaceOf(tx, viewer, known).catch(saysNoPaper(id)));
  const paper = place && (await tx.lock(Paper, id));
  if (!paper) throw notFound("Paper", id);
  if (!canEditPaper(viewer, paper, place)) {
    throw forbidden("Whoever has sent a paper, and those who convene, change it");
  }
  return paper;
}

/** Where its item or proposal is hidden, so is the paper: for what it was sent is not told either. */
const saysNoPaper = (id: string) => (error: unknown) => {
  const isHidden = error instanceof AppError && error.extensions["code"] === "NOT_FOUND";
  throw isHidden ? notFound("Paper", id) : error;
};

async function holdPlaceOf(
  tx: Transaction,
  viewer: Viewer,
  { itemId, proposalId }: Paper,
): Promise<Convened & ConvenedProtection> {
  if (itemId === null) return (await holdProposal(tx, viewer, proposalId ?? "")).place;
  const meeting = await lockMeetingOf(tx, viewer, itemId);
  if (!canReadMinutes(viewer, meeting)) throw notFound("AgendaItem", itemId);
  return meeting;
}
