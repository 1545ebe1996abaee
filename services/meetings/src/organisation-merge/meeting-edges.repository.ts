import type { Edges, Merging } from "@convene/shared/merge/merging";
import type { Transaction } from "@convene/shared/database/transaction";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import { In } from "typeorm";
import { Action } from "../action/action.entity.ts";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { agendaItemFeed } from "../agenda-item/agenda-item.feed.ts";
import { AgendaProposal } from "../agenda-proposal/agenda-proposal.entity.ts";
import { Attendance } from "../attendance/attendance.entity.ts";
import { CalendarFeed } from "../calendar-feed/calendar-feed.entity.ts";
import { CalendarInvitation } from "../calendar-invitation/calendar-invitation.entity.ts";
import { Decision } from "../decision/decision.entity.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { MeetingTurn } from "../rotation/meeting-turn.entity.ts";
import { RotationHolder } from "../rotation/rotation-holder.entity.ts";
import { Rotation } from "../rotation/rotation.entity.ts";

/** Who came, who is asked and who carries what, only those who sit there see. */
const shownToAdmins = (viewer: Viewer | null): Sql => (isAdmin(viewer) ? empty : sql`false`);

const meetingTitle: Sql = sql`(SELECT title FROM meeting WHERE id = t.meeting_id)`;

const presentations: Edges = {
  title: "agenda items",
  entity: AgendaItem,
  properties: ["presenterId"],
  label: sql`t.title`,
  visibleTo: (viewer) => {
    const seen = visibleTo(viewer, protectionOf("m"));
    if (seen === empty) return empty;
    return sql`(NOT t.chatham_house AND EXISTS (SELECT FROM meeting AS m
      WHERE m.id = t.meeting_id AND NOT m.chatham_house AND ${seen}))`;
  },
};

const attendances: Edges = {
  title: "attendances",
  entity: Attendance,
  properties: ["organisationId"],
  label: meetingTitle,
  stays: ({ into }) => sql`EXISTS (SELECT FROM attendance AS like_it
    WHERE like_it.meeting_id = t.meeting_id AND like_it.organisation_id = ${into}
      AND coalesce(like_it.person_id, '') = coalesce(t.person_id, ''))`,
  visibleTo: shownToAdmins,
};

const pollInvitations: Edges = {
  title: "invitations to polls",
  entity: PollInvitation,
  properties: ["organisationId"],
  label: sql`(SELECT title FROM poll WHERE id = t.poll_id)`,
  stays: ({ into }) => sql`EXISTS (SELECT FROM poll_invitation AS like_it
    WHERE like_it.poll_id = t.poll_id AND like_it.organisation_id = ${into})`,
  visibleTo: shownToAdmins,
};

/** Who hosts and chairs, now and by turns. */
const turns: readonly Edges[] = [
  {
    title: "turns at meetings",
    entity: MeetingTurn,
    properties: ["holderId"],
    label: meetingTitle,
    visibleTo: shownToAdmins,
  },
  {
    title: "turns in series",
    entity: RotationHolder,
    properties: ["holderId"],
    label: sql`(SELECT title FROM meeting_series WHERE id = t.series_id)`,
    stays: ({ into }) => sql`EXISTS (SELECT FROM rotation_holder AS like_it
      WHERE like_it.series_id = t.series_id AND like_it.role = t.role
        AND like_it.holder_id = ${into})`,
    visibleTo: shownToAdmins,
  },
  {
    title: "latest turns in series",
    entity: Rotation,
    properties: ["lastId"],
    label: sql`(SELECT title FROM meeting_series WHERE id = t.series_id)`,
    visibleTo: shownToAdmins,
  },
];

const carried = (entity: Edges["entity"], title: string): Edges => ({
  title,
  entity,
  properties: ["organisationId"],
  label: meetingTitle,
  visibleTo: shownToAdmins,
});

/** All that names an organisation here. Seats and groups follow the service that owns them. */
export const merging: Merging = {
  edges: [
    presentations,
    attendances,
    pollInvitations,
    carried(Decision, "decisions"),
    carried(Action, "actions"),
    {
      title: "proposals for agendas",
      entity: AgendaProposal,
      properties: ["organisationId"],
      label: sql`t.title`,
      visibleTo: shownToAdmins,
    },
    ...turns,
    {
      title: "invitations in calendars",
      entity: CalendarInvitation,
      properties: ["organisationId"],
      label: sql`t.title`,
      visibleTo: shownToAdmins,
    },
    // That there is one, only its owner sees.
    {
      title: "calendar feeds",
      entity: CalendarFeed,
      properties: ["aboutId"],
      visibleTo: () => sql`false`,
    },
  ],
  settle: async (tx, moved) => {
    await tx.publish({ ...agendaItemFeed, ids: [...(moved.get("agenda items") ?? [])] });
    await tx.publish({ ...meetingFeed, ids: await meetingsOf(tx, moved.get("attendances") ?? []) });
  },
};

async function meetingsOf(tx: Transaction, attendanceIds: readonly string[]): Promise<string[]> {
  const attended = await tx.manager.findBy(Attendance, { id: In([...attendanceIds]) });
  return [...new Set(attended.map(({ meetingId }) => meetingId))];
}
