import type { Permission } from "@convene/shared/permission/permission";
import { convenedByAudience, convenes, showsSeated } from "../convener/convener.permission.ts";

export const meetingSeriesPermissions: readonly Permission[] = [
  { mutation: "createMeetingSeries", of: "of a group that everybody sees", ...convenes },
  ...convenedByAudience("MeetingSeries"),
  {
    field: "MeetingSeries.joinUrl",
    of: "a group's series that everybody sees",
    shows: showsSeated,
  },
  {
    field: "Query.meetingSeriesCalendar",
    of: "where to join a group's series that everybody sees",
    shows: showsSeated,
  },
];
