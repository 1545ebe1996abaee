import { ChildLists } from "@convene/shared/connection/list";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { MilestoneChange } from "./milestone-change.entity.ts";
import { Milestone } from "./milestone.entity.ts";

/** The milestones of groups that are shown to the viewer, and what became of each. */
export const milestoneLoaders = ({ db }: ServiceParts) => ({
  milestonesOfGroup: new ChildLists(db.manager, {
    entity: Milestone,
    parent: "t.group_id",
    order: [
      { column: "t.due_date", direction: "ASC", type: "date" },
      { column: "t.id", direction: "ASC", type: "text" },
    ],
  }),
  changesOfMilestone: new ChildLists(db.manager, {
    entity: MilestoneChange,
    parent: "t.milestone_id",
    order: [
      { column: "t.at", direction: "DESC", type: "timestamptz" },
      { column: "t.id", direction: "DESC", type: "text" },
    ],
  }),
});
