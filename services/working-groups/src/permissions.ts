import { openToAll, type Permission } from "@convene/shared/permission/permission";
import { activityPermissions } from "./activity/activity.permission.ts";
import { charterPermissions } from "./charter/charter.permission.ts";
import { inputCallPermissions } from "./input-call/input-call.permission.ts";
import { joinRequestPermissions } from "./join-request/join-request.permission.ts";
import { milestonePermissions } from "./milestone/milestone.permission.ts";
import { seatPermissions } from "./seat/seat.permission.ts";
import { workingGroupPermissions } from "./working-group/working-group.permission.ts";

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...workingGroupPermissions,
  ...charterPermissions,
  ...activityPermissions,
  ...milestonePermissions,
  ...joinRequestPermissions,
  ...inputCallPermissions,
  ...seatPermissions,
  ...openToAll("a vocabulary", ["Query.unnmWorkplans"]),
];
