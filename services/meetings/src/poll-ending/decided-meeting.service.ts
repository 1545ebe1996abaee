import type { Transaction } from "@convene/shared/database/transaction";
import { conflict } from "@convene/shared/errors";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { Convener } from "../convener/convener.service.ts";
import { protectionWithin } from "../convener/convener.policy.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { changedByHand } from "../meeting/changed-by-hand.value.ts";
import { revisionOf, shownOf } from "../meeting/meeting-revision.value.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { lockToEdit, saveAndTell } from "../meeting/meeting.service.ts";
import type { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import type { Poll } from "../poll/poll.entity.ts";
import { localAt } from "../wall-clock/wall-clock.value.ts";

interface Decided {
  readonly poll: Poll;
  readonly slot: PollSlot;
  readonly convener: Convener | null;
}

/** A new meeting at the time that was chosen; or the one that the poll is about, moved to it. */
export function meetAt(tx: Transaction, viewer: Viewer, decided: Decided): Promise<Meeting> {
  const { movesId } = decided.poll;
  return movesId === null ? make(tx, decided) : move(tx, viewer, { ...decided, movesId });
}

function make(tx: Transaction, { poll, slot, convener }: Decided): Promise<Meeting> {
  const meeting = tx.manager.create(Meeting, {
    ...timesOf(poll, slot),
    ...protectionWithin(convener?.protection ?? null, poll.meetingAudience),
    ...{ id: newId("mtg"), seriesId: null, recurrenceStart: null },
    ...{ groupId: poll.groupId, networkId: poll.networkId, title: poll.title },
    ...{ status: MeetingStatus.SCHEDULED, joinUrl: poll.joinUrl, createdAt: new Date() },
    chosenAudience: poll.meetingAudience,
  });
  return saveAndTell(tx, meeting);
}

/**
 * One of a series leaves the others as they are, and stays the same one to calendars: its time is told
 * on the series' clock, on which its place in the rule stands. It was moved by hand, and stays there.
 */
async function move(
  tx: Transaction,
  viewer: Viewer,
  { poll, slot, movesId }: Decided & { readonly movesId: string },
): Promise<Meeting> {
  const meeting = await lockToEdit(tx, viewer, movesId);
  if (meeting.status === MeetingStatus.CANCELLED) {
    throw conflict(`Meeting ${meeting.id} is cancelled`, { field: "meeting" });
  }
  const before = shownOf(meeting);
  const { seriesId: id, timeZone } = meeting;
  const series = id === null ? null : await tx.manager.findOneBy(MeetingSeries, { id });
  Object.assign(meeting, timesOf(poll, slot));
  if (series) {
    Object.assign(meeting, { timeZone, chosenStart: localAt(slot.startsAt, timeZone) });
    const { chosenStart: localStart, durationMinutes } = meeting;
    meeting.changedByHand = changedByHand(series, meeting, { localStart, durationMinutes });
  }
  meeting.version += 1;
  return saveAndTell(tx, Object.assign(meeting, revisionOf(before, meeting, new Date())));
}

const timesOf = (
  { timeZone, durationMinutes }: Poll,
  { chosenStart, startsAt, endsAt }: PollSlot,
) => ({ ...{ chosenStart, startsAt, endsAt }, timeZone, durationMinutes });
