import { foldName, foldWords } from "@convene/shared/table/text-folding";
import type { Scenario } from "./scenario.ts";
import { shown } from "./visible-sql-text.ts";

const facet = (name: string, value = "word::text", from = `, unnest(hit.${name}) AS word`) => `
  '${name}', (SELECT coalesce(json_agg(json_build_object('value', value, 'count', count)
      ORDER BY count DESC, value), '[]')
    FROM (SELECT ${value} AS value, count(*)::integer AS count FROM hit ${from}
      WHERE ${value} IS NOT NULL GROUP BY 1) AS counted)`;

/** A word that some organisation has in its name, and the objectives that a reader ticked. */
export const searchPage: Scenario = {
  name: "search",
  title: "A search page with facets",
  nested: false,
  changes: false,
  operation: "SearchPage",
  query: `query SearchPage($text: String!, $objectives: [Int!]!) {
  searchOrganisations(text: $text, filter: { objectives: { anyOf: $objectives } }, first: 20) {
    totalCount
    nodes { name countries }
    facets {
      objectives { value count }
      countries { value count }
      categories { value count }
      languages { value count }
    }
  }
}`,
  variables: (random, { words }) => ({
    text: random.pick(words),
    objectives: [random.integer(1, 8), random.integer(9, 16), random.integer(17, 23)],
  }),
  sql: `WITH hit AS MATERIALIZED (
      SELECT t.* FROM discovery.organisation_document AS t
      WHERE ${shown("t")} AND t.objectives && $3::integer[]
        AND (t.search_text LIKE '%' || $1 || '%' OR $1 <% t.search_text
          OR t.identifiers @> ARRAY[$2])),
    page AS (SELECT hit.id, hit.sort_name, (CASE
        WHEN hit.acronym = $2 OR hit.identifiers @> ARRAY[$2] THEN 4
        WHEN hit.names @> ARRAY[$2] THEN 3
        WHEN EXISTS (SELECT FROM unnest(hit.names) AS name WHERE starts_with(name, $2)) THEN 2
        ELSE 0 END
        + round(word_similarity($1, array_to_string(hit.names, ' '))::numeric, 4)
      )::double precision AS score
      FROM hit ORDER BY score DESC, sort_name, id LIMIT 20)
    SELECT json_build_object('searchOrganisations', json_build_object(
      'totalCount', (SELECT count(*) FROM hit),
      'nodes', (SELECT coalesce(json_agg(json_build_object('name', o.name, 'countries', o.countries)
          ORDER BY page.score DESC, page.sort_name, page.id), '[]')
        FROM page JOIN stakeholders.organisation AS o ON o.id = page.id),
      'facets', json_build_object(${facet("objectives")}, ${facet("countries")},
        ${facet("categories", "category", "")}, ${facet("languages")})))::text AS data`,
  parameters: ({ text, objectives }) => [
    foldWords(String(text)),
    foldName(String(text)),
    objectives,
  ],
};
