import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid, notFound } from "@convene/shared/errors";
import { optionalText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { AgendaItemOutcome } from "../agenda-item/agenda-item-outcome.enum.ts";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { findItem } from "../agenda-item/agenda-item.service.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { lockToEdit, lockToSee } from "../meeting/meeting.service.ts";
import { MinutesEntry } from "./minutes-entry.entity.ts";
import { MinutesRevision } from "./minutes-revision.entity.ts";
import { Minutes } from "./minutes.entity.ts";
import type {
  ApproveMinutesInput,
  ConcludeMeetingInput,
  SaveMinutesInput,
} from "./minutes.inputs.ts";
import { canReadMinutes, canWriteMinutes } from "./minutes.policy.ts";
import { openMinutesOf } from "./minutes.repository.ts";

const LONGEST = 20_000;

/** What follows from the end of a meeting. */
export interface Conclusion {
  conclude(tx: Transaction, meeting: Meeting): Promise<Minutes>;
}

/** Every change takes the meeting's row first: two at once follow each other. */
export class MinutesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly conclusion: Conclusion,
  ) {}

  /** The text of one item, if nobody else has saved it since it was read. */
  save(viewer: Viewer, input: SaveMinutesInput): Promise<MinutesEntry> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "saveMinutes",
        input,
        first: async () => {
          const item = await holdToWrite(tx, viewer, input.agendaItem);
          const text = optionalText("text", input.text, LONGEST) ?? "";
          await openMinutesOf(tx, item.meetingId);
          const { baseVersion } = input;
          return saveEntry(tx, item, { baseVersion, text, editorId: viewer.person });
        },
        again: (id) => findEntry(tx, viewer, id),
      }),
    );
  }

  /** Says that a meeting is over; a second time changes nothing. */
  conclude(viewer: Viewer, input: ConcludeMeetingInput): Promise<Minutes> {
    return this.once(viewer, { mutation: "concludeMeeting", input }, async (tx) => {
      const meeting = await lockToEdit(tx, viewer, input.meeting);
      if (meeting.startsAt > new Date()) {
        throw conflict(`Meeting ${meeting.id} has not begun`);
      }
      return this.conclusion.conclude(tx, meeting);
    });
  }

  approve(viewer: Viewer, input: ApproveMinutesInput): Promise<Minutes> {
    return this.once(viewer, { mutation: "approveMinutes", input }, async (tx) => {
      const meeting = await lockToEdit(tx, viewer, input.meeting);
      const at = await lockToSee(tx, viewer, input.at);
      checkApproval(meeting, at);
      const minutes = await openMinutesOf(tx, meeting.id);
      if (minutes.concludedAt === null) throw conflict(`Meeting ${meeting.id} is not concluded`);
      await closeApproval(tx, meeting, at);
      Object.assign(minutes, { approvedAt: new Date(), approvedAtMeetingId: at.id });
      return tx.manager.save(minutes);
    });
  }

  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<Minutes>, "mutation" | "input">,
    first: (tx: Transaction) => Promise<Minutes>,
  ): Promise<Minutes> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => first(tx),
        again: (id) => findMinutes(tx, viewer, id),
      }),
    );
  }
}

/** The item by which the later meeting approves them is dealt with. */
const closeApproval = (tx: Transaction, { id }: Meeting, at: Meeting) =>
  tx.manager.update(
    AgendaItem,
    { meetingId: at.id, approvesMinutesOfId: id },
    { outcome: AgendaItemOutcome.DONE },
  );

function checkApproval(meeting: Meeting, at: Meeting): void {
  const isSame = at.groupId === meeting.groupId && at.networkId === meeting.networkId;
  if (!isSame || at.startsAt <= meeting.startsAt) {
    throw invalid("at", "Minutes are approved by a later meeting of the same group or network");
  }
  if (at.startsAt > new Date()) throw conflict(`Meeting ${at.id} has not begun`);
}

/**
 * The item, with its meeting's row held, for one who may write its minutes.
 *
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function holdToWrite(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<AgendaItem> {
  const known = await findItem(tx, viewer, id);
  await lockMeetingToWrite(tx, viewer, known.meetingId);
  const item = await tx.manager.findOneBy(AgendaItem, { id, meetingId: known.meetingId });
  if (!item || item.isTakenDown) throw notFound("AgendaItem", id);
  return item;
}

/** @throws NOT_FOUND, FORBIDDEN */
export async function lockMeetingToWrite(tx: Transaction, viewer: Viewer, id: string) {
  const meeting = await lockToSee(tx, viewer, id);
  if (!canWriteMinutes(viewer, meeting)) {
    throw forbidden("Those who convene the meeting, and the members, write its minutes");
  }
  return meeting;
}

interface Saving {
  readonly text: string;
  readonly baseVersion: number;
  readonly editorId: string | null;
}

async function saveEntry(tx: Transaction, item: AgendaItem, saving: Saving) {
  const { id: itemId, meetingId } = item;
  const known = await tx.manager.findOneBy(MinutesEntry, { itemId });
  const version = known?.version ?? 0;
  if (saving.baseVersion !== version) {
    throw conflict("Somebody else has saved the minutes of this item since you read them", {
      ...{ yours: saving.text, theirs: known?.text ?? "", version },
    });
  }
  const entry = known ?? tx.manager.create(MinutesEntry, { id: newId("mne"), meetingId, itemId });
  const { text, editorId } = saving;
  const saved = { text, version: version + 1, savedAt: new Date() };
  await tx.manager.save(Object.assign(entry, saved));
  const revision = { ...saved, id: newId("mnr"), entryId: entry.id, editorId };
  await tx.manager.insert(MinutesRevision, revision);
  return entry;
}

/** For a replay. @throws NOT_FOUND when it is gone, or hidden. */
async function findEntry(tx: Transaction, viewer: Viewer, id: string): Promise<MinutesEntry> {
  const entry = await tx.manager.findOneBy(MinutesEntry, { id });
  const meeting = entry && (await lockToSee(tx, viewer, entry.meetingId));
  if (!meeting || !canReadMinutes(viewer, meeting)) throw notFound("MinutesEntry", id);
  return entry;
}

async function findMinutes(tx: Transaction, viewer: Viewer, id: string): Promise<Minutes> {
  const minutes = await tx.manager.findOneBy(Minutes, { id });
  const meeting = minutes && (await lockToSee(tx, viewer, minutes.meetingId));
  if (!meeting || !canReadMinutes(viewer, meeting)) throw notFound("Minutes", id);
  return minutes;
}
