import { decodeCursor } from "@convene/shared/connection/cursor";
import type { Scenario } from "./scenario.ts";
import { heldToday, instant, practicesOf, shown } from "./visible-sql-text.ts";

const meetings = `(SELECT json_build_object('nodes', coalesce(json_agg(json_build_object(
    'title', m.title, 'startsAt', ${instant("m.starts_at")}) ORDER BY m.starts_at, m.id), '[]'))
  FROM (SELECT m.* FROM meetings.meeting AS m
    WHERE m.group_id = g.id AND ${shown("m")} AND m.status = 'SCHEDULED' AND m.ends_at > now()
    ORDER BY m.starts_at, m.id LIMIT 2) AS m)`;

/** In the order in which the organisation joined them, by its oldest seat in each. */
const groups = `(SELECT json_build_object('nodes', coalesce(json_agg(json_build_object(
    'code', g.code, 'name', g.name, 'meetings', ${meetings})
    ORDER BY g.start_date, g.seat), '[]'))
  FROM (SELECT g.*, s.start_date, s.id AS seat FROM working_groups.seat AS s
    JOIN working_groups.working_group AS g ON g.id = s.group_id AND ${shown("g")}
    WHERE s.organisation_id = o.id AND ${heldToday("s")}
      AND NOT EXISTS (SELECT FROM working_groups.seat AS other
        WHERE other.group_id = s.group_id AND other.organisation_id = s.organisation_id
          AND (other.start_date, other.id) < (s.start_date, s.id) AND ${heldToday("other")})
    ORDER BY s.start_date, s.id LIMIT 3) AS g)`;

/** Three services on a page of organisations. */
export const twentyOrganisations: Scenario = {
  name: "organisations",
  title: "20 organisations with groups, next meetings and practices",
  nested: true,
  changes: false,
  operation: "TwentyOrganisations",
  query: `query TwentyOrganisations($after: String) {
  organisations(first: 20, after: $after) {
    nodes {
      name
      countries
      workingGroups(first: 3) {
        nodes {
          code
          name
          meetings(first: 2, upcoming: true) { nodes { title startsAt } }
        }
      }
      practices(first: 3) { nodes { title } }
    }
  }
}`,
  variables: (random, sample) => ({ after: random.pick(sample.organisations).cursor }),
  sql: `SELECT json_build_object('organisations', json_build_object('nodes',
    coalesce(json_agg(json_build_object('name', o.name, 'countries', o.countries,
      'workingGroups', ${groups}, 'practices', ${practicesOf("o.id", 3)})
      ORDER BY o.name_key, o.id), '[]')))::text AS data
    FROM (SELECT o.* FROM stakeholders.organisation AS o
      WHERE ${shown("o")} AND (o.name_key, o.id) > ($1, $2)
      ORDER BY o.name_key, o.id LIMIT 20) AS o`,
  parameters: ({ after }) => decodeCursor(String(after), 2),
};
