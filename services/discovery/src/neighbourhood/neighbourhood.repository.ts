import { whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { TieKind } from "./neighbourhood.enum.ts";

export interface Tie {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: TieKind;
  readonly label: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

export interface TieQuery {
  readonly kinds: readonly TieKind[] | null;
  /** A day, ISO 8601. */
  readonly asOf: string;
  readonly viewer: Viewer | null;
}

/** Ties of the read model whose both ends, and which themselves, the viewer may see. */
export class NeighbourhoodRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The ids that lie one hop from any of these; at most `limit`. */
  async next(ids: readonly string[], query: TieQuery, limit: number): Promise<string[]> {
    const { text, values } =
      sql`SELECT DISTINCT far.id FROM unnest(${[...ids]}::text[]) AS near (id)
      CROSS JOIN LATERAL (
        SELECT t.target_id AS id FROM tie AS t ${where(query, sql`t.source_id = near.id`)}
        UNION ALL
        SELECT t.source_id FROM tie AS t ${where(query, sql`t.target_id = near.id`)}
      ) AS far
      JOIN document AS it ON it.id = far.id
      ${whereSql([sql`far.id <> ALL(${[...ids]}::text[])`, visibleTo(query.viewer, protectionOf("it"))])}
      ORDER BY far.id LIMIT ${limit}`;
    const rows: { id: string }[] = await this.manager.query(text, values);
    return rows.map(({ id }) => id);
  }

  /** All ties that have both ends among these ids, which the viewer is known to see. */
  async among(ids: readonly string[], query: TieQuery): Promise<Tie[]> {
    const all = [...ids];
    const { text, values } = sql`SELECT t.id, t.source_id AS source, t.target_id AS target, t.kind,
        t.label, t.start_date::text AS "startDate", t.end_date::text AS "endDate"
      FROM tie AS t ${where(
        query,
        sql`t.source_id = ANY(${all}::text[]) AND t.target_id = ANY(${all}::text[])`,
      )} ORDER BY t.source_id, t.target_id, t.id`;
    return this.manager.query(text, values);
  }
}

function where({ kinds, asOf, viewer }: TieQuery, ends: Sql): Sql {
  return whereSql([
    ends,
    kinds ? sql`t.kind = ANY(${[...kinds]}::text[])` : empty,
    sql`(t.start_date IS NULL OR t.start_date <= ${asOf}::date)`,
    sql`(t.end_date IS NULL OR t.end_date > ${asOf}::date)`,
    visibleTo(viewer),
  ]);
}
