import { readFileSync } from "node:fs";
import { decodeCursor } from "@convene/shared/connection/cursor";
import type { Scenario } from "./scenario.ts";
import { heldToday, instant, organisationShown, practicesOf, shown } from "./visible-sql-text.ts";

const README = new URL("../../../docs/queries/1-query-the-graph.graphql", import.meta.url);

/** The README's query, which begins behind a meeting of the request's own choice. */
const query = readFileSync(README, "utf8")
  .replace("query UpcomingMeetings {", "query UpcomingMeetings($after: String) {")
  .replace("upcomingMeetings(first: 2)", "upcomingMeetings(first: 2, after: $after)");

const seated = (alias: string) => `${alias}.role IN ('CO_LEAD', 'MEMBER') AND ${heldToday(alias)}`;

/** Each organisation that sits in the group, by its oldest seat. */
const members = `working_groups.seat AS s WHERE s.group_id = g.id AND ${seated("s")}
  AND ${organisationShown("s.organisation_id")}
  AND NOT EXISTS (SELECT FROM working_groups.seat AS other
    WHERE other.group_id = s.group_id AND other.organisation_id = s.organisation_id
      AND (other.start_date, other.id) < (s.start_date, s.id) AND ${seated("other")})`;

const group = `(SELECT json_build_object('code', g.code, 'name', g.name, 'members', json_build_object(
    'totalCount', (SELECT count(*) FROM ${members}),
    'nodes', (SELECT coalesce(json_agg(json_build_object('name', o.name)
        ORDER BY s.start_date, s.id), '[]')
      FROM (SELECT s.* FROM ${members} ORDER BY s.start_date, s.id LIMIT 5) AS s
      JOIN stakeholders.organisation AS o ON o.id = s.organisation_id)))
  FROM working_groups.working_group AS g WHERE g.id = m.group_id AND ${shown("g")})`;

const tie = (own: string, other: string) =>
  `SELECT r.${other} AS id FROM stakeholders.relationship AS r
   WHERE r.${own} = a.presenter_id AND r.status = 'CONFIRMED' AND ${heldToday("r")}`;

const partners = `(SELECT json_build_object('nodes', coalesce(json_agg(json_build_object(
    'name', o.name) ORDER BY o.name_key, o.id), '[]'))
  FROM (SELECT o.* FROM stakeholders.organisation AS o
    WHERE o.id IN (${tie("source_id", "target_id")} UNION ${tie("target_id", "source_id")})
      AND ${shown("o")} ORDER BY o.name_key, o.id LIMIT 3) AS o)`;

const presenter = `(SELECT json_build_object('name', o.name,
    'practices', ${practicesOf("a.presenter_id", 3)}, 'partners', ${partners})
  FROM stakeholders.organisation AS o WHERE o.id = a.presenter_id AND ${shown("o")})`;

const agenda = `(SELECT json_build_object('nodes', coalesce(json_agg(json_build_object(
    'title', a.title, 'durationMinutes', a.duration_minutes, 'presenter', ${presenter}) ORDER BY a.position, a.id), '[]'))
  FROM (SELECT a.* FROM meetings.agenda_item AS a WHERE a.meeting_id = m.id
    ORDER BY a.position, a.id LIMIT 10) AS a)`;

/** Four services: meetings → groups → members; agenda → presenters → practices and partners. */
export const agendaQuery: Scenario = {
  name: "agenda",
  title: "The agenda query of the README",
  nested: true,
  changes: false,
  operation: "UpcomingMeetings",
  query,
  variables: (random, { meetings }) => ({ after: random.pick(meetings).cursor }),
  sql: `SELECT json_build_object('upcomingMeetings', json_build_object('nodes',
    coalesce(json_agg(json_build_object('title', m.title, 'startsAt', ${instant("m.starts_at")},
      'localStart', to_char(m.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD"T"HH24:MI:SS'),
      'group', ${group}, 'agenda', ${agenda}) ORDER BY m.starts_at, m.id), '[]')))::text AS data
    FROM (SELECT m.* FROM meetings.meeting AS m
      WHERE ${shown("m")} AND m.status = 'SCHEDULED' AND m.ends_at > now()
        AND (m.starts_at, m.id) > ($1::timestamptz, $2)
      ORDER BY m.starts_at, m.id LIMIT 2) AS m`,
  parameters: ({ after }) => decodeCursor(String(after), 2),
};
