import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import { organisationsSql } from "../asking/past-profile.repository.ts";
import { byThen, thereSql } from "../asking/past.repository.ts";
import { all } from "../tie/tie.repository.ts";
import { CoverageAxis } from "./coverage.enum.ts";

export interface CoverageQuery extends Asking {
  readonly by: readonly CoverageAxis[];
  readonly objectives: readonly number[];
  /** Null for those of anything that is visible. */
  readonly countries: readonly string[] | null;
}

export interface FoundCell {
  readonly objective: number | null;
  readonly country: string | null;
  readonly organisations: number;
  readonly practices: number;
  readonly groups: number;
}

const COUNTS = ["organisations", "practices", "groups"] as const;

export class CoverageRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One statement: each combination, also where nobody is. */
  async cells(query: CoverageQuery): Promise<FoundCell[]> {
    const hasObjective = query.by.includes(CoverageAxis.OBJECTIVE);
    const hasCountry = query.by.includes(CoverageAxis.COUNTRY);
    const objective = hasObjective ? sql`spread.objective` : sql`NULL::integer`;
    const country = hasCountry ? sql`spread.country` : sql`NULL::text`;
    const { text, values } = sql`WITH thing AS (${thingsSql(query)}), spread AS (
        SELECT thing.sort, thing.id, objective, country FROM thing
        CROSS JOIN unnest(thing.objectives) AS objective
        LEFT JOIN unnest(thing.countries) AS country ON true
      ), counted AS (
        SELECT ${objective} AS objective, ${country} AS country, ${countsSql()} FROM spread
        WHERE ${chosenSql(query)} GROUP BY 1, 2
      )
      SELECT axis.objective, axis.country, ${join(COUNTS.map(orZero))}
      FROM (SELECT objective, country FROM ${objectivesSql(query, hasObjective)}
        CROSS JOIN ${countriesSql(query, hasCountry)}) AS axis
      LEFT JOIN counted ON counted.objective IS NOT DISTINCT FROM axis.objective
        AND counted.country IS NOT DISTINCT FROM axis.country
      ORDER BY axis.objective, axis.country`;
    return this.manager.query(text, values);
  }
}

/** All that can cover something, and may be seen. A group is where its network is, if that is seen. */
const thingsSql = (query: CoverageQuery): Sql =>
  sql`SELECT 'organisations' AS sort, t.id, t.objectives, t.countries
    FROM ${organisationsSql(query)} ${whereSql([visibleTo(query.viewer), thereSql(query)])}
    UNION ALL SELECT 'practices', t.id, t.objectives, t.countries FROM practice_document AS t
    ${whereSql([
      sql`t.state = 'PUBLISHED'`,
      visibleTo(query.viewer),
      byThen("t.published_at", query),
    ])}
    UNION ALL SELECT 'groups', t.id, t.objectives, network.countries
    FROM working_group_document AS t LEFT JOIN network_document AS network
      ON ${all([sql`network.id = t.network_id`, visibleTo(query.viewer, protectionOf("network"))])}
    ${whereSql([openSql(query), visibleTo(query.viewer), thereSql(query)])}`;

/** A group `t` that was not concluded. */
function openSql(query: CoverageQuery): Sql {
  const concludedByThen = byThen("t.concluded_at", query);
  return concludedByThen === empty
    ? sql`t.state <> 'CONCLUDED'`
    : sql`(t.state <> 'CONCLUDED' OR NOT ${concludedByThen})`;
}

const chosenSql = ({ objectives, countries }: CoverageQuery): Sql =>
  all([
    sql`objective = ANY(${[...objectives]}::integer[])`,
    countries ? sql`country = ANY(${[...countries]}::text[])` : empty,
  ]);

const countsSql = (): Sql =>
  join(
    COUNTS.map(
      (sort) =>
        sql`count(DISTINCT id) FILTER (WHERE sort = ${sort})::integer AS ${raw(`"${sort}"`)}`,
    ),
  );

const orZero = (sort: string): Sql => raw(`coalesce(counted."${sort}", 0) AS "${sort}"`);

const objectivesSql = ({ objectives }: CoverageQuery, isAsked: boolean): Sql =>
  isAsked
    ? sql`unnest(${[...objectives]}::integer[]) AS objective`
    : sql`(SELECT NULL::integer AS objective) AS together`;

function countriesSql({ countries }: CoverageQuery, isAsked: boolean): Sql {
  if (!isAsked) return sql`(SELECT NULL::text AS country) AS everywhere`;
  if (countries) return sql`unnest(${[...countries]}::text[]) AS country`;
  return sql`(SELECT DISTINCT country FROM thing, unnest(thing.countries) AS country) AS somewhere`;
}
