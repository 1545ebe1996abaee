import type { Transaction } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid, notFound } from "@convene/shared/errors";
import { hasOrganisationRole, type Viewer } from "@convene/shared/viewer";
import {
  canSeeConvened,
  type Convened,
  type ConvenedProtection,
} from "../convener/convener.policy.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { lockToSee } from "../meeting/meeting.service.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { AgendaProposal } from "./agenda-proposal.entity.ts";
import { seatsFilledBy } from "./proposing-seat.repository.ts";

/** Where something is proposed: a meeting, or a series. */
export interface Place extends Convened, ConvenedProtection {
  readonly meetingId: string | null;
  readonly seriesId: string | null;
  readonly chathamHouse: boolean;
}

const meetingAsPlace = (meeting: Meeting): Place =>
  Object.assign(meeting, { meetingId: meeting.id });

const seriesAsPlace = (series: MeetingSeries): Place =>
  Object.assign(series, { meetingId: null, seriesId: series.id, chathamHouse: false });

interface Choice {
  readonly meeting?: string | null;
  readonly series?: string | null;
}

/**
 * The place, with its row held.
 *
 * @throws BAD_USER_INPUT unless one of the two is given; NOT_FOUND; CONFLICT where it is over
 */
export async function holdPlace(tx: Transaction, viewer: Viewer, choice: Choice): Promise<Place> {
  if (Boolean(choice.meeting) === Boolean(choice.series)) {
    throw invalid("meeting", "Give the meeting, or the series: one of the two");
  }
  if (choice.meeting) return meetingAsPlace(await lockToSee(tx, viewer, choice.meeting));
  const id = choice.series ?? "";
  const series = await tx.lock(MeetingSeries, id);
  if (!series || !canSeeConvened(viewer, series)) throw notFound("MeetingSeries", id);
  return seriesAsPlace(series);
}

/** @throws CONFLICT for a meeting that is cancelled or over: nothing comes on its agenda. */
export async function expectAhead({ manager }: Transaction, id: string | null): Promise<void> {
  const meeting = id === null ? null : await manager.findOneBy(Meeting, { id });
  if (!meeting) return;
  if (meeting.status === MeetingStatus.CANCELLED) throw conflict(`Meeting ${id} is cancelled`);
  if (meeting.endsAt < new Date()) throw conflict(`Meeting ${id} is over`);
}

export interface Held {
  readonly proposal: AgendaProposal;
  readonly place: Place;
}

/**
 * The proposal and where it was made, both rows held.
 *
 * @throws NOT_FOUND when it is missing, or the viewer does not sit there
 */
export async function holdProposal(tx: Transaction, viewer: Viewer, id: string): Promise<Held> {
  const known = await tx.manager.findOneBy(AgendaProposal, { id });
  const found = known && (await lockPlaceOf(tx, known));
  const proposal = found && (await tx.lock(AgendaProposal, id));
  if (!proposal || !canReadMinutes(viewer, found)) throw notFound("AgendaProposal", id);
  return { proposal, place: found };
}

async function lockPlaceOf(
  tx: Transaction,
  { meetingId, seriesId }: AgendaProposal,
): Promise<Place | null> {
  const meeting = meetingId === null ? null : await tx.lock(Meeting, meetingId);
  if (meeting) return meetingAsPlace(meeting);
  const series = seriesId === null ? null : await tx.lock(MeetingSeries, seriesId);
  return series && seriesAsPlace(series);
}

/**
 * On whose behalf somebody proposes.
 *
 * @throws FORBIDDEN for an organisation for which they neither act nor sit there
 */
export async function proposingFor(
  { manager }: Transaction,
  viewer: Viewer,
  { place, wished }: { readonly place: Place; readonly wished: string | null },
): Promise<string | null> {
  const { groupId } = place;
  const isSomebody = groupId !== null && viewer.person !== null;
  const filled = isSomebody ? await seatsFilledBy(manager, groupId, viewer.person) : [];
  if (wished === null) return filled.length === 1 ? (filled[0] ?? null) : null;
  const acts = hasOrganisationRole(viewer, wished, ["OWNER", "EDITOR", "DELEGATE"]);
  if (acts || filled.includes(wished)) return wished;
  throw forbidden("You propose for organisations for which you act, or whose seat you fill");
}
