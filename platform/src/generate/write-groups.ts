import { PracticeOrganisation } from "@convene/practices/practice/practice-organisation.entity";
import { Practice } from "@convene/practices/practice/practice.entity";
import { loadPracticePayloads } from "@convene/practices/practice/practice.feed";
import { Seat } from "@convene/working-groups/seat/seat.entity";
import { publishSeats } from "@convene/working-groups/seat/seat.feed";
import type { Transaction } from "@convene/shared/database/transaction";
import { Activity } from "@convene/working-groups/activity/activity.entity";
import { MilestoneChange } from "@convene/working-groups/milestone/milestone-change.entity";
import { Milestone } from "@convene/working-groups/milestone/milestone.entity";
import { publishMilestones } from "@convene/working-groups/milestone/milestone.feed";
import { Workplan } from "@convene/working-groups/workplan/workplan.entity";
import { Charter } from "@convene/working-groups/charter/charter.entity";
import { WorkingGroupTransition } from "@convene/working-groups/working-group/working-group-transition.entity";
import { WorkingGroup } from "@convene/working-groups/working-group/working-group.entity";
import { publishGroups } from "@convene/working-groups/working-group/working-group.feed";
import { inBulk, insertNew, type Target } from "./bulk.ts";
import type { Outline } from "./outline.ts";
import { practices } from "./practice.ts";
import { type Group, workingGroups } from "./working-group.ts";

/** Working groups with their seats. */
export const writeGroups = (target: Target, outline: Outline) =>
  inBulk({
    title: "Groups",
    ...target,
    items: workingGroups(outline),
    write: async (tx, groups) => {
      const ids = await insertNew(
        tx.manager,
        WorkingGroup,
        groups.map(({ row }) => row),
      );
      await writeLives(tx, groups);
      const seats = groups.flatMap((group) => group.seats);
      const seatIds = await insertNew(tx.manager, Seat, seats);
      await publishGroups(tx, ids);
      await publishSeats(tx, seatIds);
      return { groups: groups.length, seats: seats.length };
    },
  });

/** What hangs on groups: how they lived, whom they need, what they plan. */
async function writeLives(tx: Transaction, groups: readonly Group[]): Promise<void> {
  const { manager } = tx;
  const transitions = groups.flatMap((group) => group.transitions);
  await insertNew(manager, WorkingGroupTransition, transitions);
  const charters = groups.flatMap((group) => group.charters);
  await insertNew(manager, Charter, charters);
  const work = groups.flatMap((group) => group.work ?? []);
  const workplans = work.flatMap((one) => one.workplans);
  await insertNew(manager, Workplan, workplans);
  const activities = work.flatMap((one) => one.activities);
  await insertNew(manager, Activity, activities);
  const milestones = work.flatMap((one) => one.milestones);
  const milestoneIds = await insertNew(manager, Milestone, milestones);
  const changes = work.flatMap((one) => one.changes);
  await insertNew(manager, MilestoneChange, changes);
  await publishMilestones(tx, milestoneIds);
}

/** Practices with those who carry them out. */
export const writePractices = (target: Target, outline: Outline) =>
  inBulk({
    title: "Practices",
    ...target,
    items: practices(outline),
    write: async (tx, made) => {
      const ids = await insertNew(
        tx.manager,
        Practice,
        made.map(({ row }) => row),
      );
      await insertNew(
        tx.manager,
        PracticeOrganisation,
        made.flatMap((one) => one.organisations),
      );
      await tx.publish({ type: "Practice", ids, load: loadPracticePayloads });
      return { practices: made.length };
    },
  });
