import { ChildLists } from "@convene/shared/connection/list";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { Workplan } from "./workplan.entity.ts";

/** The workplans of groups that are shown to the viewer, the latest first. */
export const workplanLoaders = ({ db }: ServiceParts) => ({
  workplansOfGroup: new ChildLists(db.manager, {
    entity: Workplan,
    parent: "t.group_id",
    order: [
      { column: "t.start_date", direction: "DESC", type: "date" },
      { column: "t.id", direction: "DESC", type: "text" },
    ],
  }),
});
