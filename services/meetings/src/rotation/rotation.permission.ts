import type { Permission } from "@convene/shared/permission/permission";
import { convenes, showsSeated } from "../convener/convener.permission.ts";

const SERIES = "a group's series that everybody sees";

export const rotationPermissions: readonly Permission[] = [
  { mutation: "setMeetingRotation", of: SERIES, ...convenes },
  { mutation: "assignMeetingTurn", of: "a group's meeting that everybody sees", ...convenes },
  { field: "MeetingSeries.rotations", of: SERIES, shows: showsSeated },
];
