import { mergeRemovables } from "@convene/shared/merge/merge-tables";
import { removable, type Removal } from "@convene/shared/removal/removable";
import { prefixOf } from "@convene/shared/type-id";
import { closeGaps } from "../agenda-item/agenda-position.repository.ts";
import { AgendaTemplate } from "../agenda-template/agenda-template.entity.ts";
import { Attendance } from "../attendance/attendance.entity.ts";
import { Availability } from "../availability/availability.entity.ts";
import { BurdenRecord } from "../burden/burden-record.entity.ts";
import { CalendarInvitation } from "../calendar-invitation/calendar-invitation.entity.ts";
import { MeetingNotice } from "../calendar-invitation/meeting-notice.entity.ts";
import { CalendarFeed } from "../calendar-feed/calendar-feed.entity.ts";
import { InterpretationNeed } from "../interpretation/interpretation-need.entity.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { FreeDate } from "../free-date/free-date.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { MeetingTurn } from "../rotation/meeting-turn.entity.ts";
import { RotationHolder } from "../rotation/rotation-holder.entity.ts";
import { Rotation } from "../rotation/rotation.entity.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { PollLink } from "../poll-link/poll-link.entity.ts";
import { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import { Poll } from "../poll/poll.entity.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { recordTables } from "./record-removal.service.ts";
import { agendaTables } from "./agenda-removal.service.ts";

/** These follow the group or network that convenes. */
const OF_THE_CONVENER = [
  "audience",
  "organisations",
  "networks",
  "convenerAudience",
  "networkId",
] as const;

const INVITED = {
  refersBy: ["personId", "organisationId", "meetingId", "seriesId"],
  isDerived: true,
} as const;
/** What was put here for trying out can be taken away again. A meeting that stays is told anew. */
export const removal: Removal = {
  tables: [
    ...mergeRemovables,
    ...recordTables,
    removable({
      entity: Attendance,
      title: "attendances",
      feed: null,
      refersBy: ["meetingId", "organisationId", "personId", "seatId"],
      derived: [],
    }),
    removable({
      entity: InterpretationNeed,
      title: "interpretation needs",
      feed: null,
      refersBy: ["personId", "meetingId", "recordedById"],
      derived: [],
    }),
    removable({
      entity: Availability,
      title: "hours",
      feed: null,
      refersBy: ["personId"],
      derived: ["busy", "busyReadAt", "calendarUrl"],
    }),
    removable({
      entity: CalendarFeed,
      title: "calendar feeds",
      feed: null,
      refersBy: ["personId", "aboutId"],
      derived: ["tokenHash"],
    }),
    removable({
      entity: MeetingNotice,
      title: "notices",
      feed: "Notice",
      refersBy: [],
      derived: [],
    }),
    ...agendaTables,
    removable({
      entity: Poll,
      title: "polls",
      label: "title",
      feed: "Poll",
      refersBy: ["groupId", "networkId", "meetingId", "movesId"],
      derived: [...OF_THE_CONVENER, "status", "closedAt"],
      parts: [
        {
          entity: PollInvitation,
          owner: "pollId",
          refersBy: ["organisationId", "personId", "answeredBy"],
        },
        { entity: PollSlot, owner: "pollId", refersBy: [] },
        { entity: PollLink, owner: "pollId", refersBy: ["invitationId", "personId"] },
      ],
    }),
    removable({
      entity: Meeting,
      title: "meetings",
      label: "title",
      feed: "Meeting",
      refersBy: ["seriesId", "groupId", "networkId"],
      derived: OF_THE_CONVENER,
      parts: [
        { entity: BurdenRecord, owner: "meetingId", refersBy: ["personId"] },
        { entity: CalendarInvitation, owner: "meetingId", ...INVITED },
        { entity: MeetingTurn, owner: "meetingId", refersBy: ["holderId"] },
      ],
    }),
    removable({
      entity: FreeDate,
      title: "dates kept free",
      label: "reason",
      feed: null,
      refersBy: ["networkId"],
      derived: [],
    }),
    removable({
      entity: AgendaTemplate,
      title: "agenda templates",
      feed: null,
      refersBy: ["placeId"],
      derived: [],
    }),
    removable({
      entity: MeetingSeries,
      title: "series",
      label: "title",
      feed: "MeetingSeries",
      refersBy: ["groupId", "networkId", "splitFromId"],
      derived: OF_THE_CONVENER,
      parts: [
        { entity: CalendarInvitation, owner: "seriesId", ...INVITED },
        { entity: Rotation, owner: "seriesId", refersBy: ["lastId"] },
        { entity: RotationHolder, owner: "seriesId", refersBy: ["holderId"] },
      ],
    }),
  ],
  settle: async (tx, stay) => {
    const meetings = stay.filter((id) => prefixOf(id) === "mtg");
    await closeGaps(tx.manager, meetings);
    await tx.publish({ ...meetingFeed, ids: meetings });
  },
};
