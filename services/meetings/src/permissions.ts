import type { Permission } from "@convene/shared/permission/permission";
import { agendaItemPermissions } from "./agenda-item/agenda-item.permission.ts";
import { attendancePermissions } from "./attendance/attendance.permission.ts";
import { availabilityPermissions } from "./availability/availability.permission.ts";
import { meetingPermissions } from "./meeting/meeting.permission.ts";
import { meetingSeriesPermissions } from "./meeting-series/meeting-series.permission.ts";
import { proposalPermissions } from "./proposal/proposal.permission.ts";
import { pollPermissions } from "./poll-answer/poll-answer.permission.ts";
import { pollLinkPermissions } from "./poll-link/poll-link.permission.ts";
import { seriesPlanPermissions } from "./series-plan/series-plan.permission.ts";

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...meetingSeriesPermissions,
  ...meetingPermissions,
  ...agendaItemPermissions,
  ...attendancePermissions,
  ...availabilityPermissions,
  ...seriesPlanPermissions,
  ...proposalPermissions,
  ...pollPermissions,
  ...pollLinkPermissions,
];
