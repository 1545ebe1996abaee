import type { MutationPermission, Permission } from "@convene/shared/permission/permission";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { sampleGroup, seesGroup } from "../working-group/working-group.permission.ts";

const edits = (mutation: string): MutationPermission => ({
  mutation,
  of: "of a group that everybody sees",
  sees: seesGroup,
  may: (viewer) => canEditGroup(viewer, sampleGroup),
});

/** Workplans and what they hold are edited by whoever edits the group. */
export const activityPermissions: readonly Permission[] = [
  ...["addWorkplan", "updateWorkplan"].map(edits),
  ...["addActivity", "updateActivity", "removeActivity"].map(edits),
];
