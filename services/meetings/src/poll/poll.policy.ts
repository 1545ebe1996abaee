import { Audience } from "@convene/shared/audience";
import type { Viewer } from "@convene/shared/viewer";
import { canConvene, canSeeConvened } from "../convener/convener.policy.ts";
import type { Poll } from "./poll.entity.ts";
import { PollStatus } from "./poll-status.enum.ts";

/** Those who sit there, and those of an organisation with a seat. */
export const canSeePoll = (viewer: Viewer | null, poll: Poll): boolean =>
  canSeeConvened(viewer, poll);

/** Who has answered what, how many, and which time is ahead. */
export const canSeeAnswers = (
  viewer: Viewer | null,
  poll: Pick<Poll, "groupId" | "networkId" | "showsAnswers">,
): boolean => canConvene(viewer, poll) || poll.showsAnswers;

/** Until its deadline, also where the job that closes it comes late; none while it is taken down. */
export const takesAnswers = (
  { status, deadline, audience }: Pick<Poll, "status" | "deadline" | "audience">,
  now = new Date(),
): boolean => status === PollStatus.OPEN && deadline > now && audience !== Audience.TAKEN_DOWN;
