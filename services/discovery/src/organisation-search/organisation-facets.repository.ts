import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import { organisationsSql } from "../asking/past-profile.repository.ts";
import { MEMBERSHIPS, SEATS } from "../tie/belonging.repository.ts";
import { holdingSql } from "../tie/tie.repository.ts";
import { matching, type OrganisationQuery } from "./organisation-search.repository.ts";

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export type FacetName =
  | "objectives"
  | "countries"
  | "areas"
  | "categories"
  | "sectors"
  | "languages"
  | "needs"
  | "offers"
  | "networks"
  | "workingGroups";

const ARRAYS = [
  "objectives",
  "countries",
  "areas",
  "sectors",
  "languages",
  "needs",
  "offers",
] as const;

/** Words that everybody chooses alone: without a bound, a list of them has no end. */
const FREE: ReadonlySet<string> = new Set(["areas", "sectors", "needs", "offers"]);
export const MOST_WORDS = 100;

type Row = FacetCount & { readonly facet: FacetName };

/** Counts every value of every facet under the current text and filter, in one statement. */
export class OrganisationFacetsRepository {
  constructor(private readonly manager: EntityManager) {}

  async count(asking: Asking, query: OrganisationQuery): Promise<Record<FacetName, FacetCount[]>> {
    const { text, values } = sql`WITH hit AS MATERIALIZED (
        SELECT t.id, t.category, ${raw(ARRAYS.map((name) => `t.${name}`).join(", "))}
        FROM ${organisationsSql(asking)} ${matching(asking, query)}
      ) ${join(selects(asking), " UNION ALL ")} ORDER BY facet, count DESC, value`;
    const rows: Row[] = await this.manager.query(text, values);
    const facets: Record<FacetName, FacetCount[]> = {
      objectives: [],
      countries: [],
      areas: [],
      categories: [],
      sectors: [],
      languages: [],
      needs: [],
      offers: [],
      networks: [],
      workingGroups: [],
    };
    for (const { facet, value, count } of rows) facets[facet].push({ value, count });
    return facets;
  }
}

function selects(asking: Asking): Sql[] {
  const arrays = ARRAYS.map(
    (name) => sql`(SELECT ${name} AS facet, word::text AS value, count(*)::integer AS count
      FROM hit, unnest(hit.${raw(name)}) AS word GROUP BY word
      ${FREE.has(name) ? sql`ORDER BY count DESC, value LIMIT ${MOST_WORDS}` : empty})`,
  );
  const belongings = [
    { name: "networks", to: MEMBERSHIPS },
    { name: "workingGroups", to: SEATS },
  ].map(
    ({ name, to }) => sql`SELECT ${name}, place.id, its.count
      FROM (SELECT tie.target_id, count(DISTINCT hit.id)::integer AS count
        FROM hit JOIN tie ON tie.source_id = hit.id AND tie.kind = ${to.kind}
        WHERE ${holdingSql("tie", asking)} GROUP BY tie.target_id) AS its
      JOIN ${raw(to.document)} AS place ON place.id = its.target_id
      ${whereSql([visibleTo(asking.viewer, protectionOf("place"))])}`,
  );
  const categories = sql`SELECT 'categories', category, count(*)::integer
    FROM hit WHERE category IS NOT NULL GROUP BY category`;
  return [...arrays, categories, ...belongings];
}
