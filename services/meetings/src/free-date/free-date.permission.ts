import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canKeepDatesFree } from "./free-date.policy.ts";

export const freeDatePermissions: readonly Permission[] = [
  {
    mutation: "keepDateFree",
    of: "of a network that everybody sees",
    may: (viewer) => canKeepDatesFree(viewer, SAMPLE.network),
  },
  {
    mutation: "removeFreeDate",
    of: "of a network that everybody sees",
    may: (viewer) => canKeepDatesFree(viewer, SAMPLE.network),
  },
];
