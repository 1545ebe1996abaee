import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import { attendanceVisibleTo } from "../meeting/attendance.repository.ts";
import { seenInGraph } from "../node/graph-node.repository.ts";
import {
  FOUND_TIE,
  type FoundTie,
  holdingTies,
  type TieQuery,
  tiesSql,
} from "../tie/graph-tie.repository.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { all, hashedOneOf, holdingSql, oneOf } from "../tie/tie.repository.ts";

export type Pair = readonly [string, string];

/** What a pair did together. */
export interface Shared {
  readonly count: number;
  readonly lastOn: string | null;
}

type SharedRow = Shared & { readonly at: string };

/** What leads from some things to others, as far as the viewer may see. */
export class PathRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What is tied both to one of `left` and to one of `right`, and is visible; at most `limit`. */
  async middles(
    { left, right }: { left: readonly string[]; right: readonly string[] },
    query: TieQuery,
    limit: number,
  ): Promise<string[]> {
    const { text, values } = sql`WITH middle AS MATERIALIZED (
        SELECT DISTINCT near.id FROM (${farEnds(left, query)}) AS near
        JOIN (${farEnds(right, query)}) AS far ON far.id = near.id
      ) ${seenInGraph(query.viewer, "middle")} LIMIT ${limit}`;
    const rows: { id: string }[] = await this.manager.query(text, values);
    return rows.map(({ id }) => id);
  }

  /** The ties with one end in `left` and the other in `right`, all visible; at most `limit`. */
  async between(
    { left, right }: { left: readonly string[]; right: readonly string[] },
    query: TieQuery,
    limit: number,
  ): Promise<FoundTie[]> {
    const from = (sources: readonly string[], targets: readonly string[]) =>
      sql`SELECT ${FOUND_TIE} FROM ${tiesSql(query)} ${holdingTies(
        query,
        sql`t.source_id ${oneOf(sources)} AND ${hashedOneOf(sql`t.target_id`, targets)}`,
      )}`;
    const { text, values } = sql`SELECT * FROM (
        ${from(left, right)} UNION ${from(right, left)}
      ) AS found ORDER BY id LIMIT ${limit}`;
    return this.manager.query(text, values);
  }

  /** What two organisations did together, by the place of the pair. Two statements. */
  async ofOrganisations(pairs: readonly Pair[], asking: Asking): Promise<Map<number, Shared>> {
    if (pairs.length === 0) return new Map();
    const [places, meetings] = [placesSql(pairs, asking), bothMetSql(pairs, asking)];
    const found = new Map<number, Shared>();
    for (const { text, values } of [places, meetings]) {
      const rows: SharedRow[] = await this.manager.query(text, values);
      for (const { at, count, lastOn } of rows) {
        const before = found.get(Number(at) - 1)?.count ?? 0;
        found.set(Number(at) - 1, { count: before + count, lastOn });
      }
    }
    return found;
  }

  /** The meetings of a group or network that an organisation attended, by the place of the pair. */
  async atPlaces(pairs: readonly Pair[], asking: Asking): Promise<Map<number, Shared>> {
    if (pairs.length === 0) return new Map();
    const { text, values } = attendedSql(pairs, asking);
    const rows: SharedRow[] = await this.manager.query(text, values);
    return new Map(rows.map(({ at, ...shared }) => [Number(at) - 1, shared]));
  }
}

const farEnds = (ids: readonly string[], query: TieQuery): Sql =>
  sql`SELECT t.target_id AS id FROM ${tiesSql(query)}
    ${holdingTies(query, sql`t.source_id ${oneOf(ids)}`)}
    UNION ALL SELECT t.source_id FROM ${tiesSql(query)}
    ${holdingTies(query, sql`t.target_id ${oneOf(ids)}`)}`;

const pairSql = (pairs: readonly Pair[]): Sql =>
  sql`unnest(${pairs.map(([one]) => one)}::text[], ${pairs.map(([, other]) => other)}::text[])
    WITH ORDINALITY AS pair (one, other, at)`;

/** Groups where both sit, and practices that both implement or are partners in. */
const placesSql = (pairs: readonly Pair[], asking: Asking): Sql =>
  sql`SELECT pair.at, count(DISTINCT place.id)::integer AS count, NULL AS "lastOn"
    FROM ${pairSql(pairs)}
    JOIN tie AS one ON one.source_id = pair.one
    JOIN tie AS other ON other.source_id = pair.other AND other.target_id = one.target_id
    JOIN document AS place ON place.id = one.target_id
    ${whereSql([
      sql`one.kind = ANY(${[TieKind.SEAT, TieKind.PRACTICE]}::text[]) AND other.kind = one.kind`,
      holdingSql("one", asking),
      holdingSql("other", asking),
      visibleTo(asking.viewer, protectionOf("place")),
    ])} GROUP BY pair.at`;

const bothMetSql = (pairs: readonly Pair[], asking: Asking): Sql =>
  sql`SELECT pair.at, ${METS} FROM ${pairSql(pairs)}
    JOIN meeting_document AS meeting ON meeting.attended @> ARRAY[pair.one, pair.other]
    WHERE ${heldSql(asking)} GROUP BY pair.at`;

const attendedSql = (pairs: readonly Pair[], asking: Asking): Sql =>
  sql`SELECT pair.at, ${METS} FROM meeting_document AS meeting
    CROSS JOIN LATERAL unnest(meeting.attended) AS present
    JOIN ${pairSql(pairs)}
      ON pair.one = present AND pair.other = coalesce(meeting.group_id, meeting.network_id)
    WHERE coalesce(meeting.group_id, meeting.network_id)
      = ANY(${[...new Set(pairs.map(([, place]) => place))]}::text[])
    AND ${heldSql(asking)} GROUP BY pair.at`;

const METS = sql`count(*)::integer AS count,
  (max(meeting.starts_at) AT TIME ZONE 'UTC')::date::text AS "lastOn"`;

const heldSql = ({ viewer, day }: Asking): Sql =>
  all([
    sql`meeting.status <> 'CANCELLED' AND meeting.starts_at <= now()`,
    sql`(meeting.starts_at AT TIME ZONE 'UTC')::date <= ${day}::date`,
    attendanceVisibleTo(viewer, "meeting"),
  ]);
