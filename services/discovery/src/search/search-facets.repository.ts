import sql, { join, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import type { FacetCount } from "../organisation-search/organisation-facets.repository.ts";
import { groupPlaces, networkPlaces } from "./search-place.repository.ts";
import { matchingRows, type SearchQuery, YEAR } from "./search.repository.ts";

const ARRAYS = ["objectives", "countries", "languages"] as const;

export type SearchFacetName =
  "types" | (typeof ARRAYS)[number] | "networks" | "workingGroups" | "years";

type Row = FacetCount & { readonly facet: SearchFacetName };

/** Counts every value of every facet under the current text, types and filter, in one statement. */
export class SearchFacetsRepository {
  constructor(private readonly manager: EntityManager) {}

  async count(asking: Asking, query: SearchQuery): Promise<Record<SearchFacetName, FacetCount[]>> {
    const { text, values } = sql`WITH hit AS MATERIALIZED (
        SELECT t.id, t.type, t.objectives, t.countries, t.languages, ${raw(YEAR)} AS year
        FROM ${matchingRows(asking, query)}
      ) ${join(selects(asking), " UNION ALL ")} ORDER BY facet, count DESC, value`;
    const rows: Row[] = await this.manager.query(text, values);
    const facets: Record<SearchFacetName, FacetCount[]> = {
      ...{ types: [], objectives: [], countries: [], languages: [] },
      ...{ networks: [], workingGroups: [], years: [] },
    };
    for (const { facet, value, count } of rows) facets[facet].push({ value, count });
    return facets;
  }
}

function selects(asking: Asking): Sql[] {
  const arrays = ARRAYS.map(
    (name) => sql`SELECT ${name} AS facet, word::text AS value, count(*)::integer AS count
      FROM hit, unnest(hit.${raw(name)}) AS word GROUP BY word`,
  );
  const places = [
    { name: "networks", held: networkPlaces(asking) },
    { name: "workingGroups", held: groupPlaces(asking) },
  ].map(
    ({ name, held }) => sql`SELECT ${name}, place.id, count(DISTINCT hit.id)::integer
      FROM hit JOIN (${held}) AS place ON place.hit_id = hit.id GROUP BY place.id`,
  );
  return [
    ...arrays,
    sql`SELECT 'types', type, count(*)::integer FROM hit GROUP BY type`,
    sql`SELECT 'years', year, count(*)::integer FROM hit WHERE year IS NOT NULL GROUP BY year`,
    ...places,
  ];
}
