import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { TieKind } from "../tie/tie.enum.ts";
import { all, holdingSql } from "../tie/tie.repository.ts";
import { PartnerContext, PartnerReasonKind } from "./partner.enum.ts";
import {
  type Finding,
  MOST_PRACTICES,
  PRACTICE_POINTS,
  SIMILAR_ISSUES,
  type WeighedTerm,
} from "./partner-score.policy.ts";
import { otherEndsSql, type SeekerQuery } from "./partner-term.repository.ts";

export interface PartnerQuery extends SeekerQuery {
  readonly context: PartnerContext;
  readonly terms: readonly WeighedTerm[];
}

/** A place in the ranking. */
export interface Ranked {
  readonly id: string;
  readonly points: number;
}

export interface RankedPage {
  readonly ranked: readonly Ranked[];
  /** In the whole ranking. */
  readonly count: number;
}

type FindingOf = Finding & { readonly id: string };

/** Who has what the seeker has too, as far as the viewer may see. */
export class PartnerRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One statement: the ranking behind a place, the best first, and by id where equal. */
  async rank(query: PartnerQuery, after: Ranked | null, limit: number): Promise<RankedPage> {
    const behind = after
      ? sql`WHERE points < ${after.points} OR (points = ${after.points} AND id > ${after.id})`
      : empty;
    const { text, values } = sql`WITH ${holdersSql(query)}, ranked AS MATERIALIZED (
        ${rankingSql(query)}
      ) SELECT whole.count, page.id, page.points
      FROM (SELECT count(*)::integer AS count FROM ranked) AS whole
      LEFT JOIN (SELECT * FROM ranked ${behind} ORDER BY points DESC, id LIMIT ${limit}) AS page
        ON true ORDER BY page.points DESC, page.id`;
    const rows: (RankedPage & { id: string | null; points: number })[] = await this.manager.query(
      text,
      values,
    );
    const ranked = rows.flatMap(({ id, points }) => (id === null ? [] : [{ id, points }]));
    return { ranked, count: rows[0]?.count ?? 0 };
  }

  /** One statement: all that these have in common with the seeker, and what else speaks for them. */
  async findings(query: PartnerQuery, ids: readonly string[]): Promise<Map<string, Finding[]>> {
    const found = new Map<string, Finding[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) return found;
    const asked = sql`${[...ids]}::text[]`;
    const { text, values } = sql`WITH ${holdersSql(query)}
      SELECT id, kind, value, NULL AS label FROM holder WHERE id = ANY(${asked})
      UNION ALL ${countriesSql(query, asked)}
      UNION ALL (${practicesSql(query, asked)})`;
    const labels = new Map(query.terms.map(({ kind, value, label }) => [kind + value, label]));
    const rows: FindingOf[] = await this.manager.query(text, values);
    for (const { id, kind, value, label } of rows) {
      found.get(id)?.push({ kind, value, label: label ?? labels.get(kind + value) ?? null });
    }
    return found;
  }
}

/** Where a term's holders are found: the facet of a record, or the kind of a tie. */
const PLACES: Partial<Record<PartnerReasonKind, string>> = {
  SHARED_OBJECTIVE: "objectives",
  ASKED_OBJECTIVE: "objectives",
  SHARED_SECTOR: "sectors",
  SHARED_AREA: "areas",
  SHARED_LANGUAGE: "languages",
  SHARED_GROUP: TieKind.SEAT,
  SHARED_NETWORK: TieKind.NETWORK_MEMBERSHIP,
  COMMON_PARTNER: TieKind.RELATIONSHIP,
};

/** `term`, and `holder`: who has it, hidden organisations and the seeker among them. Each once. */
function holdersSql({ terms, viewer, day }: PartnerQuery): Sql {
  const holding = holdingSql("tie", { viewer, day });
  return sql`term AS (
      SELECT * FROM unnest(
        ${terms.map(({ kind }) => kind)}::text[], ${terms.map(({ kind }) => PLACES[kind])}::text[],
        ${terms.map(({ value }) => value)}::text[], ${terms.map(({ points }) => points)}::integer[]
      ) AS term (kind, place, value, points)
    ), holder AS (
      SELECT term.kind, term.value, term.points, it.organisation_id AS id
      FROM term JOIN organisation_term AS it ON it.facet = term.place AND it.value = term.value
      UNION ALL
      SELECT DISTINCT term.kind, term.value, term.points, tie.source_id
      FROM term JOIN tie ON tie.target_id = term.value AND tie.kind = term.place
      WHERE term.place <> ${TieKind.RELATIONSHIP} AND ${holding}
      UNION ALL
      SELECT term.kind, term.value, term.points, far.id
      FROM term CROSS JOIN LATERAL (${otherEndsSql(sql`term.value`, holding)}) AS far
      WHERE term.place = ${TieKind.RELATIONSHIP}
    )`;
}

/** `id, points`. An organisation that already is a partner is none to be found. */
function rankingSql(query: PartnerQuery): Sql {
  const { seeker, terms, objectives, viewer } = query;
  const partners = terms.filter(({ kind }) => kind === PartnerReasonKind.COMMON_PARTNER);
  const not = [seeker.id, ...partners.map(({ value }) => value)];
  return sql`SELECT t.id,
      (sum.points + least(coalesce(practice.count, 0), ${MOST_PRACTICES}) * ${PRACTICE_POINTS}
      )::integer AS points
    FROM (SELECT id, sum(points) AS points FROM holder GROUP BY id
      HAVING bool_or(kind = ANY(${[...SIMILAR_ISSUES]}::text[]))) AS sum
    JOIN organisation_document AS t ON t.id = sum.id
    LEFT JOIN (SELECT id, count(*) FROM (${publishedSql(query)}) AS published GROUP BY id)
      AS practice ON practice.id = t.id
    ${whereSql([
      sql`t.id <> ALL(${not}::text[])`,
      visibleTo(viewer),
      objectives ? sql`t.objectives && ${[...objectives]}::integer[]` : empty,
      contextSql(query),
    ])}`;
}

function contextSql({ seeker, context }: PartnerQuery): Sql {
  switch (context) {
    case PartnerContext.DIFFERENT_COUNTRY:
      return sql`NOT t.countries <@ ${seeker.countries}::text[]`;
    case PartnerContext.SAME_COUNTRY:
      return sql`t.countries && ${seeker.countries}::text[]`;
    case PartnerContext.ANY:
      return empty;
  }
}

const countriesSql = ({ seeker }: PartnerQuery, asked: Sql): Sql =>
  sql`SELECT t.id, ${PartnerReasonKind.DIFFERENT_CONTEXT}, country, NULL
    FROM organisation_document AS t, unnest(t.countries) AS country
    WHERE t.id = ANY(${asked}) AND country <> ALL(${seeker.countries}::text[])`;

const practicesSql = (query: PartnerQuery, asked: Sql): Sql =>
  sql`SELECT id, ${PartnerReasonKind.PUBLISHED_PRACTICE}, practice_id, title
    FROM (${publishedSql(query)}) AS published WHERE id = ANY(${asked})
    ORDER BY published_at DESC, practice_id`;

/** `id` of an organisation that implements a published practice on an objective that is wanted. */
const publishedSql = ({ seeker, objectives, viewer }: PartnerQuery): Sql =>
  sql`SELECT tie.source_id AS id, practice.id AS practice_id, practice.title, practice.published_at
    FROM practice_document AS practice JOIN tie ON tie.target_id = practice.id
    WHERE ${all([
      sql`tie.kind = ${TieKind.PRACTICE} AND tie.label = 'IMPLEMENTER'`,
      sql`practice.state = 'PUBLISHED'`,
      sql`practice.objectives && ${[...(objectives ?? seeker.objectives)]}::integer[]`,
      visibleTo(viewer, protectionOf("practice")),
    ])}`;
