import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { FoundTie, TieQuery } from "../neighbourhood/neighbourhood.repository.ts";
import { matching } from "../organisation-search/organisation-search.repository.ts";
import type { OrganisationSearchFilter } from "../organisation-search/organisation-search.inputs.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { all, holdingSql, oneOf } from "../tie/tie.repository.ts";

export interface PartQuery extends TieQuery {
  readonly filter: OrganisationSearchFilter | null;
}

export interface LabelledNode {
  readonly id: string;
  readonly label: string;
}

/** A part of the network as one asker sees it: organisations that fit, and what they are tied to. */
export class NetworkGraphRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The organisations that fit, by id; at most `limit`. */
  async organisations(query: PartQuery, limit: number): Promise<LabelledNode[]> {
    const { text, values } = sql`SELECT t.id, t.name AS label FROM organisation_document AS t
      ${fitting(query)} ORDER BY t.id LIMIT ${limit}`;
    return this.manager.query(text, values);
  }

  /** The ties among them, and to places that are visible; by id, at most `limit`. */
  async ties(query: PartQuery, limit: number): Promise<FoundTie[]> {
    const chosen = (condition: Sql) =>
      whereSql([
        condition,
        query.kinds ? sql`t.kind = ANY(${[...query.kinds]}::text[])` : empty,
        holdingSql("t", query),
      ]);
    const { text, values } = sql`WITH org AS MATERIALIZED (
        SELECT t.id FROM organisation_document AS t ${fitting(query)}
      ) ${FROM_ORGANISATIONS} JOIN org AS other ON other.id = t.target_id
        ${chosen(sql`t.kind = ${TieKind.RELATIONSHIP}`)}
      UNION ALL ${FROM_ORGANISATIONS} JOIN document AS place ON place.id = t.target_id
        ${chosen(
          all([
            sql`t.kind <> ${TieKind.RELATIONSHIP}`,
            visibleTo(query.viewer, protectionOf("place")),
          ]),
        )} ORDER BY id LIMIT ${limit}`;
    return this.manager.query(text, values);
  }

  /** What groups, networks and practices are called. */
  async places(ids: readonly string[]): Promise<LabelledNode[]> {
    const { text, values } = sql`SELECT id, label FROM (
        SELECT id, name AS label FROM working_group_document
        UNION ALL SELECT id, name FROM network_document
        UNION ALL SELECT id, title FROM practice_document
      ) AS place WHERE id ${oneOf(ids)} ORDER BY id`;
    return this.manager.query(text, values);
  }
}

const fitting = (query: PartQuery): Sql => matching(query, { text: null, filter: query.filter });

const FROM_ORGANISATIONS = sql`SELECT t.id, t.source_id AS source, t.target_id AS target, t.kind,
    t.label, t.start_date::text AS "startDate", t.end_date::text AS "endDate"
  FROM tie AS t JOIN org ON org.id = t.source_id`;
