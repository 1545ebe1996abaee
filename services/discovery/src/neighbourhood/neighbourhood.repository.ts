import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import {
  FOUND_TIE,
  type FoundTie,
  holdingTies,
  type TieQuery,
  tiesSql,
} from "../tie/graph-tie.repository.ts";
import { hashedOneOf, oneOf } from "../tie/tie.repository.ts";

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
        SELECT t.target_id AS id FROM ${tiesSql(query)}
        ${holdingTies(query, sql`t.source_id ${oneOf(near)}`)}
        UNION SELECT t.source_id FROM ${tiesSql(query)}
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
    const { text, values } = sql`SELECT ${FOUND_TIE}
      FROM ${tiesSql(query)} ${holdingTies(
        query,
        sql`t.source_id ${oneOf(ids)} AND ${hashedOneOf(sql`t.target_id`, ids)}`,
      )} LIMIT ${limit}`;
    const found: FoundTie[] = await this.manager.query(text, values);
    return found.sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}
