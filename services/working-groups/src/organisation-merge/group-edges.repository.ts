import type { Edges, Merging } from "@convene/shared/merge/merging";
import { today } from "@convene/shared/today";
import { isAdmin } from "@convene/shared/viewer";
import sql, { type Sql } from "sql-template-tag";
import { In } from "typeorm";
import { Activity } from "../activity/activity.entity.ts";
import { CallAnswer } from "../call-answer/call-answer.entity.ts";
import { JoinRequest } from "../join-request/join-request.entity.ts";
import { Seat } from "../seat/seat.entity.ts";
import { publishSeats } from "../seat/seat.feed.ts";
import { byVisibleGroup, keepInStep } from "../seat/seat.repository.ts";
import { publishGroups } from "../working-group/working-group.feed.ts";

const groupName: Sql = sql`(SELECT name FROM working_group WHERE id = t.group_id)`;

const seats: Edges = {
  title: "seats",
  entity: Seat,
  properties: ["organisationId"],
  label: groupName,
  stays: ({ into }) => sql`EXISTS (SELECT FROM seat AS like_it
    WHERE like_it.group_id = t.group_id AND like_it.organisation_id = ${into}
      AND lower(coalesce(like_it.on_behalf_of, '')) = lower(coalesce(t.on_behalf_of, ''))
      AND daterange(like_it.start_date, like_it.end_date) && daterange(t.start_date, t.end_date))`,
  visibleTo: byVisibleGroup,
};

const joinRequests: Edges = {
  title: "join requests",
  entity: JoinRequest,
  properties: ["organisationId"],
  label: groupName,
  stays: ({ into }) => sql`(t.state = 'OPEN' AND EXISTS (SELECT FROM join_request AS like_it
    WHERE like_it.group_id = t.group_id AND like_it.organisation_id = ${into}
      AND like_it.state = 'OPEN'
      AND lower(coalesce(like_it.on_behalf_of, '')) = lower(coalesce(t.on_behalf_of, ''))))`,
  // Seen by those who decide about them, and those who ask.
  visibleTo: (viewer) =>
    isAdmin(viewer)
      ? sql`true`
      : sql`EXISTS (SELECT FROM working_group AS g WHERE g.id = t.group_id
          AND g.network_id = ANY(${
            viewer?.networks.flatMap(({ id, role }) => (role === "SECRETARIAT" ? [id] : [])) ?? []
          }::text[]))`,
};

const callAnswers: Edges = {
  title: "answers to calls for input",
  entity: CallAnswer,
  properties: ["organisationId"],
  label: sql`(SELECT title FROM input_call WHERE id = t.call_id)`,
  stays: ({ into }) => sql`EXISTS (SELECT FROM call_answer AS like_it
    WHERE like_it.call_id = t.call_id AND like_it.organisation_id = ${into})`,
  // Who has answered, only those see whom the call has chosen.
  visibleTo: (viewer) => (isAdmin(viewer) ? sql`true` : sql`false`),
};

/** All that names an organisation here. */
export const merging: Merging = {
  edges: [
    seats,
    joinRequests,
    callAnswers,
    {
      title: "activities",
      entity: Activity,
      properties: ["organisationId"],
      label: sql`t.title`,
      visibleTo: byVisibleGroup,
    },
  ],
  settle: async (tx, moved) => {
    const ids = [...(moved.get("seats") ?? [])];
    await publishSeats(tx, ids);
    const held = await tx.manager.findBy(Seat, { id: In(ids) });
    const groups = [...new Set(held.map(({ groupId }) => groupId))];
    await publishGroups(tx, await keepInStep(tx.manager, today(), groups));
  },
};
