import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canSeeHealth } from "./group-health.policy.ts";

export const groupHealthPermissions: readonly Permission[] = [
  {
    field: "WorkingGroup.health",
    of: "of a group that everybody sees",
    shows: (viewer) => canSeeHealth(viewer, { id: SAMPLE.group, networkId: SAMPLE.network }),
  },
];
