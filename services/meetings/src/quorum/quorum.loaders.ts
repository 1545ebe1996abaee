import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { pageOf } from "@convene/shared/connection/page-of";
import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { sitsThere } from "../convener/convener.policy.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import type { WorkingGroupReplica } from "../working-group/working-group.replica.ts";
import { QuorumBasis } from "./quorum.enum.ts";
import { type AttendedSeat, attendedSeats } from "./quorum.repository.ts";
import { charterAt, type FoundQuorum, inConfidence, quorumOf } from "./quorum.value.ts";

export const quorumLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  seatsOfMeeting: new DataLoader<string, readonly AttendedSeat[]>(async (ids) => {
    const seats = await attendedSeats(manager, viewer, ids);
    return ids.map((id) => seats.filter(({ meetingId }) => meetingId === id));
  }),
});

interface Asking {
  readonly viewer: Viewer | null;
  readonly loaders: ReturnType<typeof quorumLoaders> & {
    readonly workingGroup: DataLoader<string, WorkingGroupReplica | null>;
  };
}

/** Null for all who do not sit there, of a network's meeting, and under the Chatham House Rule. */
export async function seatsSeen(
  { viewer, loaders }: Asking,
  meeting: Meeting,
  args: ConnectionArgs,
): Promise<Connection<AttendedSeat> | null> {
  const isShown = meeting.groupId !== null && sitsThere(viewer, meeting) && !meeting.chathamHouse;
  return isShown ? pageOf(await loaders.seatsOfMeeting.load(meeting.id), args) : null;
}

/** Null for all who do not sit there, and where no rule holds. */
export async function quorumSeen(
  { viewer, loaders }: Asking,
  meeting: Meeting,
): Promise<FoundQuorum | null> {
  const { groupId, status, startsAt } = meeting;
  const takesPlace = groupId !== null && status !== MeetingStatus.CANCELLED;
  if (!takesPlace || !sitsThere(viewer, meeting)) return null;
  const group = await loaders.workingGroup.load(groupId);
  const { quorum = null, needs = [] } = charterAt(group?.charters ?? [], startsAt) ?? {};
  if (quorum === null) return null;
  const basis = startsAt > new Date() ? QuorumBasis.REPLIES : QuorumBasis.ATTENDANCE;
  const found = quorumOf({ quorum, needs, basis }, await loaders.seatsOfMeeting.load(meeting.id));
  return meeting.chathamHouse ? inConfidence(found) : found;
}
