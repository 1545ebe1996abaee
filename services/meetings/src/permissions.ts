import type { Permission } from "@convene/shared/permission/permission";
import { agendaItemPermissions } from "./agenda-item/agenda-item.permission.ts";
import { attendancePermissions } from "./attendance/attendance.permission.ts";
import { availabilityPermissions } from "./availability/availability.permission.ts";
import { meetingPermissions } from "./meeting/meeting.permission.ts";
import { meetingSeriesPermissions } from "./meeting-series/meeting-series.permission.ts";
import { seriesEditPermissions } from "./series-edit/series-edit.permission.ts";
import { seriesPlanPermissions } from "./series-plan/series-plan.permission.ts";

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...meetingSeriesPermissions,
  ...seriesEditPermissions,
  ...meetingPermissions,
  ...agendaItemPermissions,
  ...attendancePermissions,
  ...availabilityPermissions,
  ...seriesPlanPermissions,
];
