import type { Permission } from "@convene/shared/permission/permission";
import {
  convenedByAudience,
  convenes,
  ofNetwork,
  showsSeated,
} from "../convener/convener.permission.ts";
import { canConvene } from "../convener/convener.policy.ts";

const IT = "a group's meeting that everybody sees";

export const meetingPermissions: readonly Permission[] = [
  { mutation: "createMeeting", of: "of a group that everybody sees", ...convenes },
  {
    mutation: "createMeeting",
    of: "of a network that everybody sees",
    may: (viewer) => canConvene(viewer, ofNetwork),
  },
  { mutation: "updateMeeting", of: IT, ...convenes },
  { mutation: "cancelMeeting", of: IT, ...convenes },
  ...convenedByAudience("Meeting"),
  { field: "Meeting.joinUrl", of: IT, shows: showsSeated },
  { field: "Meeting.iCalendar", of: IT, shows: showsSeated },
];
