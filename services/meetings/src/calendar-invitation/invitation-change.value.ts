import { canSeeConvened } from "../convener/convener.policy.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import type { ToldMeeting } from "./calendar-invitation.entity.ts";
import type { Guest } from "./invitation-guest.repository.ts";

export type Told = Readonly<Record<string, ToldMeeting>>;

/** What a calendar that knows `told` has to learn. */
export interface InvitationChange {
  /** All that there is to know now. */
  readonly shown: readonly Meeting[];
  /** Whether one of these is not known at all: then the whole series is told. */
  readonly isNew: boolean;
  readonly changed: readonly Meeting[];
  readonly cancelled: readonly Meeting[];
  /** What it knows then. */
  readonly told: Record<string, ToldMeeting>;
}

export const keyOf = ({ recurrenceStart }: Meeting): string => recurrenceStart ?? "";

const markOf = ({ sequence, revisedAt }: Meeting): string => `${sequence}/${revisedAt.getTime()}`;

/** Of meetings that are ahead. One that the guest may not see any more is cancelled for them. */
export function changeFor(
  { viewer }: Guest,
  told: Told,
  ahead: readonly Meeting[],
): InvitationChange {
  const shown = ahead.filter(
    (one) => one.status === MeetingStatus.SCHEDULED && canSeeConvened(viewer, one),
  );
  const known = (one: Meeting) => told[keyOf(one)];
  return {
    shown,
    isNew: shown.some((one) => known(one) === undefined),
    changed: shown.filter((one) => known(one)?.mark !== markOf(one)),
    cancelled: ahead.filter((one) => known(one) !== undefined && !shown.includes(one)),
    told: Object.fromEntries(
      shown.map((one) => [keyOf(one), { mark: markOf(one), local: one.chosenStart }]),
    ),
  };
}
