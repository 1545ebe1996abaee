import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { seenInGraph } from "../node/graph-node.repository.ts";
import {
  FOUND_TIE,
  type FoundTie,
  holdingTies,
  type TieQuery,
  tiesSql,
} from "../tie/graph-tie.repository.ts";
import { hashedOneOf, oneOf } from "../tie/tie.repository.ts";

/** What was found so far: from `near` it goes on. */
export interface Reached {
  readonly near: readonly string[];
  readonly known: readonly string[];
}

/** Ties of the read model which the viewer may see, and both of their ends too. */
export class NeighbourhoodRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What lies one hop from any of `near` and is none of `known`; at most `limit`, in any order. */
  async next({ near, known }: Reached, query: TieQuery, limit: number): Promise<string[]> {
    const { text, values } = sql`WITH far AS MATERIALIZED (
        SELECT id FROM (
          SELECT t.target_id AS id FROM ${tiesSql(query)}
          ${holdingTies(query, sql`t.source_id ${oneOf(near)}`)}
          UNION SELECT t.source_id FROM ${tiesSql(query)}
          ${holdingTies(query, sql`t.target_id ${oneOf(near)}`)}
        ) AS tied WHERE NOT ${hashedOneOf(sql`id`, known)}
      ) ${seenInGraph(query.viewer, "far")} LIMIT ${limit}`;
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
