import { openToAll, type Permission } from "@convene/shared/permission/permission";
import { seatPermissions } from "./seat/seat.permission.ts";
import { workingGroupPermissions } from "./working-group/working-group.permission.ts";

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...workingGroupPermissions,
  ...seatPermissions,
  ...openToAll("a vocabulary", ["Query.unnmWorkplans"]),
];
