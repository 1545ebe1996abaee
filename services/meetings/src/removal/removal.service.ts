import { removable, type Removal } from "@convene/shared/removal/removable";
import { prefixOf } from "@convene/shared/type-id";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { closeGaps } from "../agenda-item/agenda-position.repository.ts";
import { Attendance } from "../attendance/attendance.entity.ts";
import { Availability } from "../availability/availability.entity.ts";
import { BurdenRecord } from "../burden/burden-record.entity.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { PollLink } from "../poll-link/poll-link.entity.ts";
import { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import { Poll } from "../poll/poll.entity.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";

/** These follow the group or network that convenes. */
const OF_THE_CONVENER = [
  "audience",
  "organisations",
  "networks",
  "convenerAudience",
  "networkId",
] as const;

/** What was put here for trying out can be taken away again. A meeting that stays is told anew. */
export const removal: Removal = {
  tables: [
    removable({
      entity: Attendance,
      title: "attendances",
      feed: null,
      refersBy: ["meetingId", "organisationId", "personId"],
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
      entity: AgendaItem,
      title: "agenda items",
      label: "title",
      feed: "AgendaItem",
      refersBy: ["meetingId", "presenterId", "practiceId"],
      derived: ["position"],
    }),
    removable({
      entity: Poll,
      title: "polls",
      label: "title",
      feed: null,
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
      parts: [{ entity: BurdenRecord, owner: "meetingId", refersBy: ["personId"] }],
    }),
    removable({
      entity: MeetingSeries,
      title: "series",
      label: "title",
      feed: "MeetingSeries",
      refersBy: ["groupId", "networkId"],
      derived: OF_THE_CONVENER,
    }),
  ],
  settle: async (tx, stay) => {
    const meetings = stay.filter((id) => prefixOf(id) === "mtg");
    await closeGaps(tx.manager, meetings);
    await tx.publish({ ...meetingFeed, ids: meetings });
  },
};
