import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { organisationsSql } from "../asking/past-profile.repository.ts";
import { matching } from "../organisation-search/organisation-search.repository.ts";
import type { OrganisationSearchFilter } from "../organisation-search/organisation-search.inputs.ts";
import {
  FOUND_TIE,
  type FoundTie,
  holdingTies,
  type TieQuery,
  tiesSql,
} from "../tie/graph-tie.repository.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { all, oneOf } from "../tie/tie.repository.ts";

export interface PartQuery extends TieQuery {
  readonly filter: OrganisationSearchFilter | null;
}

export interface LabelledNode {
  readonly id: string;
  readonly label: string;
  /** Of a network: for how much of the world it is, and for which countries. */
  readonly networkKind?: string | null;
  readonly countries?: readonly string[] | null;
}

/** A part of the network as one asker sees it: organisations that fit, and what they are tied to. */
export class NetworkGraphRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The organisations that fit, by id; at most `limit`. */
  async organisations(query: PartQuery, limit: number): Promise<LabelledNode[]> {
    const { text, values } = sql`SELECT t.id, t.name AS label FROM ${organisationsSql(query)}
      ${fitting(query)} ORDER BY t.id LIMIT ${limit}`;
    return this.manager.query(text, values);
  }

  /** The ties among them, and to places that are visible; by id, at most `limit`. */
  async ties(query: PartQuery, limit: number): Promise<FoundTie[]> {
    const { text, values } = sql`WITH org AS MATERIALIZED (
        SELECT t.id FROM ${organisationsSql(query)} ${fitting(query)}
      ) ${fromOrganisations(query)} JOIN org AS other ON other.id = t.target_id
        ${holdingTies(query, sql`t.kind = ANY(${AMONG_ORGANISATIONS}::text[])`)}
      UNION ALL ${fromOrganisations(query)} JOIN document AS place ON place.id = t.target_id
        ${holdingTies(
          query,
          all([
            sql`t.kind <> ALL(${AMONG_ORGANISATIONS}::text[])`,
            visibleTo(query.viewer, protectionOf("place")),
          ]),
        )} ORDER BY id LIMIT ${limit}`;
    return this.manager.query(text, values);
  }

  /** What groups, networks and practices are called, and where networks are. */
  async places(ids: readonly string[]): Promise<LabelledNode[]> {
    const { text, values } = sql`SELECT id, label, network_kind AS "networkKind", countries FROM (
        SELECT id, name AS label, NULL AS network_kind, NULL::text[] AS countries
          FROM working_group_document
        UNION ALL SELECT id, name, kind, countries FROM network_document
        UNION ALL SELECT id, title, NULL, NULL FROM practice_document
      ) AS place WHERE id ${oneOf(ids)} ORDER BY id`;
    return this.manager.query(text, values);
  }
}

const fitting = (query: PartQuery): Sql => matching(query, { text: null, filter: query.filter });

/** The others lead to a group, a network or a practice. */
const AMONG_ORGANISATIONS = [TieKind.RELATIONSHIP, TieKind.SHARED_PRACTICE, TieKind.SHARED_SEAT];

const fromOrganisations = (query: PartQuery): Sql =>
  sql`SELECT ${FOUND_TIE} FROM ${tiesSql(query)} JOIN org ON org.id = t.source_id`;
