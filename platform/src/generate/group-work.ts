import type { Activity } from "@convene/working-groups/activity/activity.entity";
import { ActivityStatus } from "@convene/working-groups/activity/activity.enum";
import type { MilestoneChange } from "@convene/working-groups/milestone/milestone-change.entity";
import type { Milestone } from "@convene/working-groups/milestone/milestone.entity";
import { MilestoneStatus } from "@convene/working-groups/milestone/milestone.enum";
import type { Workplan } from "@convene/working-groups/workplan/workplan.entity";
import { generatedId } from "./generated-id.ts";
import { daysFrom, type Recipe } from "./profile.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";

/** What a group plans to do. */
export interface Work {
  readonly workplans: readonly RowOf<Workplan, "group">[];
  readonly activities: readonly RowOf<Activity, "group" | "workplan">[];
  readonly milestones: readonly RowOf<Milestone, "group">[];
  readonly changes: readonly RowOf<MilestoneChange, "milestone">[];
}

interface Worker {
  readonly index: number;
  readonly groupId: string;
}

const TASKS = ["Map what there is", "Hear those concerned", "Draft the guidance", "Publish it"];
const QUARTER = 91;

/** A plan of two years around the day: a task a half-year, and a milestone at the end of each. */
export function workOf({ seed, day }: Recipe, { index, groupId }: Worker): Work {
  const random = new Random(seed, "work", index);
  const startDate = daysFrom(day, -4 * QUARTER);
  const workplanId = generatedId({ seed, prefix: "wpl", index });
  const plan = { startDate, endDate: daysFrom(day, 4 * QUARTER) };
  const activities = TASKS.map((title, at) => {
    const from = daysFrom(startDate, 2 * at * QUARTER);
    const dueDate = daysFrom(from, 2 * QUARTER - 7);
    return {
      id: generatedId({ seed, prefix: "wpa", index, part: at }),
      ...{ groupId, workplanId, title, description: null, startDate: from, dueDate },
      status: statusOn(day, from, dueDate),
      organisationId: null,
    };
  });
  const milestones = activities.map(({ title, dueDate }, at) => ({
    id: generatedId({ seed, prefix: "mst", index, part: at }),
    ...{ groupId, title: `${title}: done`, dueDate },
    status: dueDate < day && random.chance(0.7) ? MilestoneStatus.REACHED : MilestoneStatus.OPEN,
  }));
  const changes = milestones.map(({ id, title, dueDate, status }, at) => ({
    id: generatedId({ seed, prefix: "msc", index, part: at }),
    ...{ milestoneId: id, title, dueDate, status, reason: null, personId: null },
    at: new Date(`${dueDate < day ? dueDate : startDate}T09:00:00.000Z`),
  }));
  const title = `${startDate.slice(0, 4)}–${plan.endDate.slice(0, 4)}`;
  return {
    workplans: [{ id: workplanId, groupId, title, ...plan }],
    activities,
    milestones,
    changes,
  };
}

function statusOn(day: string, from: string, due: string): ActivityStatus {
  if (day < from) return ActivityStatus.YET_TO_START;
  return day <= due ? ActivityStatus.ONGOING : ActivityStatus.COMPLETED;
}
