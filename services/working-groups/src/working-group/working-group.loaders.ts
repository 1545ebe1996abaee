import { loadOne } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { WorkingGroup } from "./working-group.entity.ts";
import { canSeeGroup } from "./working-group.policy.ts";

/** Null for what is missing, or hidden from the viewer. */
export const workingGroupLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  groups: loadOne(db.manager, {
    entity: WorkingGroup,
    key: "id",
    maySee: (group) => canSeeGroup(viewer, group),
  }),
});
