import { canSeeConvened } from "../convener/convener.policy.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import type { ToldMeeting } from "./calendar-invitation.entity.ts";
import type { Guest } from "./invitation-guest.repository.ts";
import type { Subject } from "./invitation-subject.repository.ts";
import { vanishedFrom } from "./vanished-meeting.value.ts";

export type Told = Readonly<Record<string, ToldMeeting>>;

/** What a calendar that knows `told` has to learn. */
export interface InvitationChange {
  /** What was, and that they may see: it stays in their calendar. */
  readonly past: readonly Meeting[];
  /** All that there is to know now. */
  readonly shown: readonly Meeting[];
  /** Whether all of the series is told, and not only what has changed. */
  readonly isWhole: boolean;
  readonly changed: readonly Meeting[];
  readonly cancelled: readonly Meeting[];
  /** What it knows then. */
  readonly told: Record<string, ToldMeeting>;
}

export const keyOf = ({ recurrenceStart }: Meeting): string => recurrenceStart ?? "";

/** Under this key stands what they were told of the rule of a series. */
const RULE = "";

const markOf = ({ sequence, revisedAt }: Pick<Meeting, "sequence" | "revisedAt">): string =>
  `${sequence}/${revisedAt.getTime()}`;

/**
 * One that the guest may not see any more is cancelled for them. Who was asked by name to some meetings
 * of a series hears of these alone, and nothing of its rule.
 */
export function changeFor(
  { viewer, meetings }: Pick<Guest, "viewer" | "meetings">,
  told: Told,
  subject: Pick<Subject, "series" | "past" | "ahead">,
): InvitationChange {
  const { series, ahead } = subject;
  const isShown = (one: Meeting) =>
    one.status === MeetingStatus.SCHEDULED &&
    canSeeConvened(viewer, one) &&
    (meetings === null || meetings.has(one.id));
  const known = (one: Meeting) => told[keyOf(one)];
  const shown = ahead.filter(isShown);
  const vanished = series ? vanishedFrom(series, told, [...subject.past, ...ahead]) : [];
  const changed = shown.filter((one) => known(one)?.mark !== markOf(one));
  const rule = series && { mark: markOf(series), local: series.localStart };
  const isRevised = rule !== null && changed.length > 0 && rule.mark !== told[RULE]?.mark;
  // A calendar that gets the rule anew knows nothing of what the rule was before.
  const isReplaced = meetings === null && vanished.length > 0 && shown.length > 0;
  const isNew = shown.some((one) => known(one) === undefined);
  return {
    past: subject.past.filter(isShown),
    shown,
    isWhole: meetings === null && (isNew || isReplaced || isRevised),
    changed: isReplaced && changed.length === 0 ? shown : changed,
    cancelled: [
      ...ahead.filter((one) => known(one) !== undefined && !shown.includes(one)),
      ...(isReplaced ? [] : vanished),
    ],
    told: {
      ...(rule && { [RULE]: rule }),
      ...Object.fromEntries(
        shown.map((one) => [keyOf(one), { mark: markOf(one), local: one.chosenStart }]),
      ),
    },
  };
}
