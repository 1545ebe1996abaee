import { Audience } from "@convene/shared/audience";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import type { NoticeItem } from "@convene/shared/notice/notice";
import { sameId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { In } from "typeorm";
import { MeetingNotice } from "../calendar-invitation/meeting-notice.entity.ts";
import { meetingNoticeFeed } from "../calendar-invitation/meeting-notice.feed.ts";
import { canSeeConvened } from "../convener/convener.policy.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { NUDGED_BEFORE } from "../nudge-due/nudge-due.repository.ts";
import { ownersIn, reachedOf } from "./action-owner.repository.ts";
import { type OpenAction, openActionsBefore } from "./open-action.repository.ts";

/** By how much the clocks of the database and of a process may differ, in milliseconds. */
const TOLERANCE = 60_000;

/** Tells owners, before the next meeting, what of theirs is still open. */
export class ActionNudgeService {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Each owner is told once before each meeting: the notice is known by both, and the meeting's row
   * is held, so a second job finds it. As many statements, however many actions and owners there are.
   */
  nudge(id: string, now = new Date()): Promise<void> {
    return this.transactions.write(async (tx) => {
      const meeting = await tx.lock(Meeting, id);
      if (!meeting || !isNear(meeting, now)) return;
      const actions = await openActionsBefore(tx.manager, meeting, now);
      if (actions.length === 0) return;
      const origins = await tx.manager.findBy(Meeting, {
        id: In(actions.map(({ meetingId }) => meetingId)),
      });
      const day = now.toISOString().slice(0, 10);
      const { groupId } = meeting;
      const owned = await ownersIn(tx.manager, { actions, groupId, day });
      const told = (await reachedOf(tx.manager, [...owned.keys()], day)).flatMap((viewer) => {
        const shown = shownTo(viewer, owned.get(viewer.person) ?? [], { meeting, origins });
        return noticeTo(viewer.person, shown, meeting) ?? [];
      });
      await tellOnce(tx, told, now);
    });
  }
}

/** Whether it takes place, and they are to be told by now. */
const isNear = ({ status, audience, startsAt }: Meeting, now: Date): boolean =>
  status === MeetingStatus.SCHEDULED &&
  audience !== Audience.TAKEN_DOWN &&
  startsAt > now &&
  startsAt.getTime() - NUDGED_BEFORE <= now.getTime() + TOLERANCE;

interface Meetings {
  readonly meeting: Meeting;
  /** Where they were recorded. */
  readonly origins: readonly Meeting[];
}

/** What they may hear of before a meeting: nothing where they may not see it. */
function shownTo(
  viewer: Viewer,
  actions: readonly OpenAction[],
  { meeting, origins }: Meetings,
): readonly OpenAction[] {
  if (!canSeeConvened(viewer, meeting)) return [];
  const seen = new Set(
    origins.filter((origin) => canSeeConvened(viewer, origin)).map((origin) => origin.id),
  );
  return actions.filter(({ meetingId }) => seen.has(meetingId));
}

type Told = Pick<MeetingNotice, "id" | "people" | "item">;

function noticeTo(
  person: string,
  actions: readonly OpenAction[],
  { id, title, startsAt, timeZone }: Meeting,
): Told | null {
  const [first] = actions;
  if (!first) return null;
  const item: NoticeItem = {
    ...{ event: "ACTION_NUDGE", title, name: null, text: first.text },
    count: actions.length,
    at: { moment: startsAt.toISOString(), timeZone },
  };
  return { id: sameId("ntc", `ACTION_NUDGE ${id} ${person}`), people: [person], item };
}

async function tellOnce(tx: Transaction, all: readonly Told[], createdAt: Date): Promise<void> {
  const before = await tx.manager.find(MeetingNotice, {
    select: { id: true },
    where: { id: In(all.map(({ id }) => id)) },
  });
  const known = new Set(before.map(({ id }) => id));
  const notices = all.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, createdAt }));
  if (notices.length === 0) return;
  await tx.manager.insert(MeetingNotice, notices);
  await tx.publish({ ...meetingNoticeFeed, ids: notices.map(({ id }) => id) });
}
