import type { Permission } from "@convene/shared/permission/permission";
import { actionPermissions } from "./action/action.permission.ts";
import { agendaItemPermissions } from "./agenda-item/agenda-item.permission.ts";
import { agendaProposalPermissions } from "./agenda-proposal/agenda-proposal.permission.ts";
import { agendaTemplatePermissions } from "./agenda-template/agenda-template.permission.ts";
import { attendancePermissions } from "./attendance/attendance.permission.ts";
import { availabilityPermissions } from "./availability/availability.permission.ts";
import { calendarFeedPermissions } from "./calendar-feed/calendar-feed.permission.ts";
import { carryOverPermissions } from "./carry-over/carry-over.permission.ts";
import { chathamHousePermissions } from "./chatham-house/chatham-house.permission.ts";
import { decisionPermissions } from "./decision/decision.permission.ts";
import { inputCallPermissions } from "./input-call/input-call.permission.ts";
import { interpretationPermissions } from "./interpretation/interpretation.permission.ts";
import { meetingDocumentPermissions } from "./meeting-document/meeting-document.permission.ts";
import { meetingPermissions } from "./meeting/meeting.permission.ts";
import { meetingSeriesPermissions } from "./meeting-series/meeting-series.permission.ts";
import { minutesPermissions } from "./minute/minutes.permission.ts";
import { paperPermissions } from "./paper/paper.permission.ts";
import { proposalPermissions } from "./proposal/proposal.permission.ts";
import { pollPermissions } from "./poll-answer/poll-answer.permission.ts";
import { pollLinkPermissions } from "./poll-link/poll-link.permission.ts";
import { freeDatePermissions } from "./free-date/free-date.permission.ts";
import { rotationPermissions } from "./rotation/rotation.permission.ts";
import { seriesEditPermissions } from "./series-edit/series-edit.permission.ts";
import { seriesSearchPermissions } from "./series-search/series-search.permission.ts";
import { seriesPlanPermissions } from "./series-plan/series-plan.permission.ts";

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...meetingSeriesPermissions,
  ...seriesEditPermissions,
  ...rotationPermissions,
  ...freeDatePermissions,
  ...meetingPermissions,
  ...agendaItemPermissions,
  ...inputCallPermissions,
  ...agendaProposalPermissions,
  ...paperPermissions,
  ...attendancePermissions,
  ...interpretationPermissions,
  ...minutesPermissions,
  ...decisionPermissions,
  ...actionPermissions,
  ...chathamHousePermissions,
  ...agendaTemplatePermissions,
  ...carryOverPermissions,
  ...meetingDocumentPermissions,
  ...seriesSearchPermissions,
  ...availabilityPermissions,
  ...calendarFeedPermissions,
  ...seriesPlanPermissions,
  ...proposalPermissions,
  ...pollPermissions,
  ...pollLinkPermissions,
];
