import { ChildLists } from "@convene/shared/connection/list";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { WorkingGroupTransition } from "./working-group-transition.entity.ts";

/** The steps of groups that are shown to the viewer, the latest first. */
export const transitionLoaders = ({ db }: ServiceParts) => ({
  transitionsOfGroup: new ChildLists(db.manager, {
    entity: WorkingGroupTransition,
    parent: "t.group_id",
    order: [
      { column: "t.at", direction: "DESC", type: "timestamptz" },
      { column: "t.id", direction: "DESC", type: "text" },
    ],
  }),
});
