import type { Permission } from "@convene/shared/permission/permission";
import { ofGroup, seesConvened } from "../convener/convener.permission.ts";
import { canConvene } from "../convener/convener.policy.ts";

export const seriesPlanPermissions: readonly Permission[] = [
  {
    field: "Query.planSeries",
    of: "of a group that everybody sees",
    shows: (viewer) => viewer !== null && seesConvened(viewer) && canConvene(viewer, ofGroup),
  },
];
