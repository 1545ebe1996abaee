import type { Permission } from "@convene/shared/permission/permission";
import { agendaItemPermissions } from "./agenda-item/agenda-item.permission.ts";
import { attendancePermissions } from "./attendance/attendance.permission.ts";
import { meetingPermissions } from "./meeting/meeting.permission.ts";
import { meetingSeriesPermissions } from "./meeting-series/meeting-series.permission.ts";

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...meetingSeriesPermissions,
  ...meetingPermissions,
  ...agendaItemPermissions,
  ...attendancePermissions,
];
