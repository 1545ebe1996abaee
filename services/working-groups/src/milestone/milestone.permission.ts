import type { MutationPermission, Permission } from "@convene/shared/permission/permission";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { sampleGroup, seesGroup } from "../working-group/working-group.permission.ts";

const edits = (mutation: string): MutationPermission => ({
  mutation,
  of: "of a group that everybody sees",
  sees: seesGroup,
  may: (viewer) => canEditGroup(viewer, sampleGroup),
});

/** What a group plans is edited by whoever edits the group. */
export const milestonePermissions: readonly Permission[] = [
  ...["addMilestone", "updateMilestone"].map(edits),
];
