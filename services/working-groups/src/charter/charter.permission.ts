import type { Permission } from "@convene/shared/permission/permission";
import { canGovernGroup } from "../working-group/working-group.policy.ts";
import { sampleGroup, seesGroup } from "../working-group/working-group.permission.ts";

export const charterPermissions: readonly Permission[] = [
  {
    mutation: "adoptCharter",
    of: "of a group that everybody sees",
    sees: seesGroup,
    may: (viewer) => canGovernGroup(viewer, sampleGroup),
  },
];
