import type { Permission } from "@convene/shared/permission/permission";
import { showsSeated } from "../convener/convener.permission.ts";

export const meetingDocumentPermissions: readonly Permission[] = [
  {
    field: "Meeting.minutesDocument",
    of: "a group's meeting that everybody sees",
    shows: showsSeated,
  },
];
