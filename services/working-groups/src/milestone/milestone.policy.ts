import { MilestoneStatus } from "./milestone.enum.ts";

interface Dated {
  readonly dueDate: string;
  readonly status: MilestoneStatus;
}

/** Its day is over, and it is still to be reached. ISO dates. */
export const isOverdue = ({ status, dueDate }: Dated, day: string): boolean =>
  status === MilestoneStatus.OPEN && dueDate < day;

/** Whoever puts a milestone off, or gives it up, says why. */
export const needsReason = (before: Dated, after: Dated): boolean =>
  after.dueDate > before.dueDate ||
  (after.status === MilestoneStatus.DROPPED && before.status !== MilestoneStatus.DROPPED);
