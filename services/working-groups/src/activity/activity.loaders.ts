import { ChildLists } from "@convene/shared/connection/list";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { Activity } from "./activity.entity.ts";

/** The activities of workplans that are shown to the viewer, by their first day. */
export const activityLoaders = ({ db }: ServiceParts) => ({
  activitiesOfWorkplan: new ChildLists(db.manager, {
    entity: Activity,
    parent: "t.workplan_id",
    order: [
      { column: "t.start_date", direction: "ASC", type: "date" },
      { column: "t.id", direction: "ASC", type: "text" },
    ],
  }),
});
