import { whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import {
  belongingSql,
  currentSql,
  MEMBERSHIPS,
  SEATS,
} from "../organisation-search/facet-condition.repository.ts";
import { PartnerContext, PartnerReasonKind } from "./partner.enum.ts";
import type { Candidate, Shared } from "./partner-score.policy.ts";

/** Of organisations that share something, so many are looked at more closely. */
const MOST_CANDIDATES = 2_000;

export interface PartnerQuery {
  readonly seeker: string;
  readonly objectives: readonly number[] | null;
  readonly context: PartnerContext;
}

type Row = Shared & { readonly id: string; readonly kind: PartnerReasonKind };

/** Who shares what with an organisation, as far as the viewer may see. */
export class PartnerRepository {
  constructor(private readonly manager: EntityManager) {}

  /** How many organisations there are. */
  async countAll(): Promise<number> {
    const [row] = await this.manager.query<{ count: number }[]>(
      "SELECT count(*)::integer AS count FROM organisation_document",
    );
    return row?.count ?? 0;
  }

  /** One statement. An organisation that already is a partner is no candidate. */
  async candidates(viewer: Viewer | null, query: PartnerQuery): Promise<Candidate[]> {
    const { text, values } = sql`WITH me AS (
        SELECT * FROM organisation_document AS t
        ${whereSql([sql`t.id = ${query.seeker}`, visibleTo(viewer)])}
      ), partner AS (${partnersSql(viewer)}
      ), near AS (${nearSql(viewer)}
      ), candidate AS MATERIALIZED (${candidatesSql(viewer, query)}
      ) ${sharedSql(viewer, query)}`;
    const rows: Row[] = await this.manager.query(text, values);
    const found = new Map<string, Partial<Record<PartnerReasonKind, Shared[]>>>();
    for (const { id, kind, ...shared } of rows) {
      const known = found.get(id) ?? {};
      known[kind] = [...(known[kind] ?? []), shared];
      found.set(id, known);
    }
    return [...found].map(([id, shared]) => ({ id, shared }));
  }
}

/** Pairs of organisations with a confirmed relationship today, both ways. */
const partnersSql = (viewer: Viewer | null): Sql =>
  sql`SELECT DISTINCT pair.one, pair.other FROM relationship_replica AS tie
    CROSS JOIN LATERAL (VALUES (tie.source_id, tie.target_id), (tie.target_id, tie.source_id))
      AS pair (one, other)
    ${whereSql([sql`tie.status = 'CONFIRMED'`, currentSql("tie"), visibleTo(viewer, protectionOf("tie"))])}`;

/** The seeker's partners that the viewer may see, and how many partners each has. */
const nearSql = (viewer: Viewer | null): Sql =>
  sql`SELECT t.id, t.name, (SELECT count(*)::integer FROM partner WHERE partner.one = t.id) AS held
    FROM me JOIN partner ON partner.one = me.id JOIN organisation_document AS t
      ON t.id = partner.other ${whereSql([visibleTo(viewer)])}`;

const candidatesSql = (viewer: Viewer | null, { objectives, context }: PartnerQuery): Sql =>
  sql`SELECT t.* FROM me, organisation_document AS t ${whereSql([
    sql`t.id <> me.id`,
    visibleTo(viewer),
    sql`NOT EXISTS (SELECT FROM partner WHERE partner.one = me.id AND partner.other = t.id)`,
    objectives ? sql`t.objectives && ${[...objectives]}::integer[]` : empty,
    contextSql(context),
    sql`(t.objectives && me.objectives OR t.sectors && me.sectors OR t.areas && me.areas
      OR t.id IN (SELECT partner.other FROM near JOIN partner ON partner.one = near.id))`,
  ])}
  ORDER BY cardinality(ARRAY(SELECT unnest(t.objectives) INTERSECT SELECT unnest(me.objectives)))
    + cardinality(ARRAY(SELECT unnest(t.sectors) INTERSECT SELECT unnest(me.sectors))) DESC, t.id
  LIMIT ${MOST_CANDIDATES}`;

function contextSql(context: PartnerContext): Sql {
  switch (context) {
    case PartnerContext.DIFFERENT_COUNTRY:
      return sql`NOT t.countries <@ me.countries`;
    case PartnerContext.SAME_COUNTRY:
      return sql`t.countries && me.countries`;
    case PartnerContext.ANY:
      return empty;
  }
}

/** One row for each thing that a candidate shares: `id, kind, value, label, held`. */
function sharedSql(viewer: Viewer | null, { objectives }: PartnerQuery): Sql {
  const asked = objectives ? sql`${[...objectives]}::integer[]` : sql`me.objectives`;
  return sql`
    ${arraySql(PartnerReasonKind.SHARED_OBJECTIVE, sql`objectives`)}
    UNION ALL ${arraySql(PartnerReasonKind.SHARED_SECTOR, sql`sectors`)}
    UNION ALL ${arraySql(PartnerReasonKind.SHARED_AREA, sql`areas`)}
    UNION ALL ${arraySql(PartnerReasonKind.SHARED_LANGUAGE, sql`languages`)}
    UNION ALL SELECT candidate.id, ${PartnerReasonKind.COMMON_PARTNER}, near.id, near.name, near.held
      FROM candidate JOIN partner ON partner.one = candidate.id JOIN near ON near.id = partner.other
    UNION ALL ${belongingsSql(PartnerReasonKind.SHARED_GROUP, belongingSql(SEATS, viewer))}
    UNION ALL ${belongingsSql(PartnerReasonKind.SHARED_NETWORK, belongingSql(MEMBERSHIPS, viewer))}
    UNION ALL SELECT candidate.id, ${PartnerReasonKind.PUBLISHED_PRACTICE}, practice.id,
        practice.title, cardinality(practice.implementers) + 1
      FROM me, candidate JOIN practice_document AS practice
        ON practice.implementers @> ARRAY[candidate.id] ${whereSql([
          sql`practice.published_at IS NOT NULL AND practice.objectives && ${asked}`,
          visibleTo(viewer, protectionOf("practice")),
        ])}
    UNION ALL SELECT candidate.id, ${PartnerReasonKind.DIFFERENT_CONTEXT}, country, NULL, 2
      FROM me, candidate, unnest(candidate.countries) AS country
      WHERE country <> ALL(me.countries)`;
}

const arraySql = (kind: PartnerReasonKind, column: Sql): Sql =>
  sql`SELECT candidate.id, ${kind}::text AS kind, mine.value::text AS value, NULL::text AS label,
      mine.held
    FROM (SELECT value, (SELECT count(*)::integer FROM organisation_document AS t
        WHERE t.${column} @> ARRAY[value]) AS held
      FROM me, unnest(me.${column}) AS value) AS mine
    JOIN candidate ON candidate.${column} @> ARRAY[mine.value]`;

const belongingsSql = (kind: PartnerReasonKind, belonging: Sql): Sql =>
  sql`SELECT its.organisation_id, ${kind}, its.id, place.name, (
        SELECT count(*)::integer FROM (${belonging}) AS all_of WHERE all_of.id = its.id)
    FROM (${belonging}) AS mine JOIN me ON me.id = mine.organisation_id
    JOIN (${belonging}) AS its ON its.id = mine.id
    JOIN candidate ON candidate.id = its.organisation_id
    JOIN (SELECT id, name FROM working_group_document UNION ALL
      SELECT id, name FROM network_document) AS place ON place.id = its.id`;
