import { whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { InterpretationCount } from "./interpretation.type.ts";

export interface CountRow extends InterpretationCount {
  readonly meetingId: string;
}

const RECORDED = sql`attendance`;
/** Under the Chatham House Rule no number tells who comes, nor who does not. */
const TOLD = sql`(SELECT t.* FROM attendance AS t JOIN meeting AS m ON m.id = t.meeting_id
  WHERE NOT m.chatham_house)`;

/** Who may come to meetings: who fills the seats of the day, and of whom it is recorded. */
const expectedAt = (meetings: readonly string[], recorded: Sql = RECORDED): Sql =>
  sql`SELECT m.id AS meeting, p.person
      FROM meeting AS m JOIN seat_replica AS s ON s.group_id = m.group_id
        AND s.start_date <= (m.starts_at AT TIME ZONE 'UTC')::date
        AND (s.end_date IS NULL OR s.end_date > (m.starts_at AT TIME ZONE 'UTC')::date)
      CROSS JOIN LATERAL (VALUES (s.delegate_id), (s.alternate_id)) AS p (person)
      WHERE m.id = ANY(${[...meetings]}::text[]) AND p.person IS NOT NULL
    UNION SELECT a.meeting_id, a.person_id FROM ${recorded} AS a
      WHERE a.meeting_id = ANY(${[...meetings]}::text[]) AND a.person_id IS NOT NULL`;

/** Sums, of rows `needs` with two lists of languages, by these columns. */
const summed = (by: string): Sql => sql`SELECT ${raw(by)} l.language,
    count(*) FILTER (WHERE l.way = 'into')::integer AS "into",
    count(*) FILTER (WHERE l.way = 'from')::integer AS "from"
  FROM needs CROSS JOIN LATERAL (
    SELECT unnest(into_languages) AS language, 'into' AS way
    UNION ALL SELECT unnest(from_languages), 'from') AS l`;

/** What those need who may come and whom the viewer sees; what was said for the meeting goes first. */
export function needsOfMeetings(
  manager: EntityManager,
  viewer: Viewer | null,
  meetings: readonly string[],
): Promise<CountRow[]> {
  const { text, values } = sql`WITH expected AS (${expectedAt(meetings, TOLD)}
      UNION SELECT meeting_id, person_id FROM interpretation_need
        WHERE meeting_id = ANY(${[...meetings]}::text[])
    ), needs AS (
      SELECT DISTINCT ON (e.meeting, e.person) e.meeting, n.into_languages, n.from_languages
      FROM expected AS e JOIN interpretation_need AS n ON n.person_id = e.person
        AND (n.meeting_id = e.meeting OR n.meeting_id IS NULL)
      JOIN person_replica AS t ON t.id = e.person
      ${whereSql([
        sql`NOT EXISTS (SELECT FROM ${TOLD} AS a WHERE a.meeting_id = e.meeting
          AND a.person_id = e.person AND a.status IN ('DECLINED', 'APOLOGIES'))`,
        visibleTo(viewer, protectionOf("t")),
      ])}
      ORDER BY e.meeting, e.person, n.meeting_id IS NULL
    ) ${summed('needs.meeting AS "meetingId",')}
    GROUP BY 1, 2 ORDER BY count(*) DESC, 2`;
  return manager.query(text, values);
}

/** The same of people, by what holds for them at every meeting. */
export function needsOfPeople(
  manager: EntityManager,
  viewer: Viewer | null,
  people: readonly string[],
): Promise<InterpretationCount[]> {
  const { text, values } = sql`WITH needs AS (
      SELECT n.into_languages, n.from_languages FROM interpretation_need AS n
      JOIN person_replica AS t ON t.id = n.person_id
      ${whereSql([
        sql`n.meeting_id IS NULL AND n.person_id = ANY(${[...people]}::text[])`,
        visibleTo(viewer, protectionOf("t")),
      ])}
    ) ${summed("")} GROUP BY 1 ORDER BY count(*) DESC, 1`;
  return manager.query(text, values);
}

/** Whether somebody may come to a meeting. */
export async function isExpectedAt(
  manager: EntityManager,
  meeting: string,
  person: string,
): Promise<boolean> {
  const { text, values } = sql`SELECT FROM (${expectedAt([meeting])}) AS e
    WHERE e.person = ${person} LIMIT 1`;
  return (await manager.query<unknown[]>(text, values)).length > 0;
}

/** The delegates of seats whose alternate somebody is, or, at a meeting, for which they come. */
export async function delegatesOver(
  manager: EntityManager,
  person: string,
  meeting: string | null,
): Promise<string[]> {
  const rows = await manager.query<{ delegate: string }[]>(
    `SELECT DISTINCT s.delegate_id AS delegate FROM seat_replica AS s
     WHERE s.delegate_id IS NOT NULL AND s.start_date <= current_date
       AND (s.end_date IS NULL OR s.end_date > current_date)
       AND (s.alternate_id = $1 OR EXISTS (SELECT FROM attendance AS a
         WHERE a.seat_id = s.id AND a.person_id = $1 AND a.meeting_id = $2))`,
    [person, meeting],
  );
  return rows.map(({ delegate }) => delegate);
}

/** What somebody needed at meetings that ended before a day. */
export const forgetNeedsOfPast = (
  db: Pick<EntityManager, "query">,
  before: Date,
): Promise<unknown> => db.query(FORGET, [before]);

const FORGET = `DELETE FROM interpretation_need AS n USING meeting AS m
  WHERE m.id = n.meeting_id AND m.ends_at < $1`;
