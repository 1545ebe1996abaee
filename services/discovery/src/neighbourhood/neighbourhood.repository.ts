import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import type { TieKind } from "../tie/tie.enum.ts";
import { hashedOneOf, holdingSql, oneOf } from "../tie/tie.repository.ts";

export interface FoundTie {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: TieKind;
  readonly label: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

export interface TieQuery extends Asking {
  /** Null for all kinds. */
  readonly kinds: readonly TieKind[] | null;
}

/** The kinds of document that ties of the graph end in. */
export const GRAPH_KINDS = ["Organisation", "WorkingGroup", "Network", "Practice"];

/** Ties of the read model which the viewer may see, and both of their ends too. */
export class NeighbourhoodRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What lies one hop from any of `near` and is none of `known`; at most `limit`, in any order. */
  async next(
    { near, known }: { near: readonly string[]; known: readonly string[] },
    query: TieQuery,
    limit: number,
  ): Promise<string[]> {
    const { text, values } = sql`SELECT it.id FROM (
        SELECT t.target_id AS id FROM tie AS t
        ${holdingTies(query, sql`t.source_id ${oneOf(near)}`)}
        UNION SELECT t.source_id FROM tie AS t
        ${holdingTies(query, sql`t.target_id ${oneOf(near)}`)}
      ) AS far JOIN document AS it ON it.id = far.id
      ${whereSql([
        sql`NOT ${hashedOneOf(sql`far.id`, known)} AND it.kind = ANY(${GRAPH_KINDS}::text[])`,
        visibleTo(query.viewer, protectionOf("it")),
      ])} LIMIT ${limit}`;
    const rows: { id: string }[] = await this.manager.query(text, values);
    return rows.map(({ id }) => id);
  }

  /** The ties with both ends among these ids, which the viewer may see; at most `limit`, by id. */
  async among(ids: readonly string[], query: TieQuery, limit: number): Promise<FoundTie[]> {
    const { text, values } = sql`SELECT t.id, t.source_id AS source, t.target_id AS target, t.kind,
        t.label, t.start_date::text AS "startDate", t.end_date::text AS "endDate"
      FROM tie AS t ${holdingTies(
        query,
        sql`t.source_id ${oneOf(ids)} AND ${hashedOneOf(sql`t.target_id`, ids)}`,
      )} LIMIT ${limit}`;
    const found: FoundTie[] = await this.manager.query(text, values);
    return found.sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}

/** `WHERE …` for ties `t`, of the kinds asked, that hold and that the viewer may see, their ends apart. */
export const holdingTies = (query: TieQuery, ends: Sql): Sql =>
  whereSql([
    ends,
    query.kinds ? sql`t.kind = ANY(${[...query.kinds]}::text[])` : empty,
    holdingSql("t", query),
  ]);
