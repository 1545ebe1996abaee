import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Asking } from "./asking.value.ts";

/** Of which nobody has noted since when it is so: it is as of today. */
const UNDATED = [
  ...["id", "version", "name", "sort_name", "names", "other_names", "acronym", "identifiers"],
  ...["areas", "area_names", "sectors", "languages", "needs", "offers", "last_confirmed_on"],
  ...["created_at", "search_text", "audience", "organisations", "networks"],
].map((name) => raw(`d."${name}"`));

/**
 * The organisations `t`: where a day was asked for, with the category, the countries and the
 * objectives that each had on it. On a day before the first that is known, it had the first.
 */
export function organisationsSql({ day, isAsOf }: Asking): Sql {
  if (!isAsOf) return sql`organisation_document AS t`;
  return sql`(SELECT ${join(UNDATED)},
      CASE WHEN past.profile IS NULL THEN d.category ELSE past.profile ->> 'category' END
        AS category,
      CASE WHEN past.profile IS NULL THEN d.countries
        ELSE ARRAY(SELECT jsonb_array_elements_text(past.profile -> 'countries')) END AS countries,
      CASE WHEN past.profile IS NULL THEN d.objectives
        ELSE ARRAY(SELECT jsonb_array_elements_text(past.profile -> 'objectives')::integer) END
        AS objectives
    FROM organisation_document AS d LEFT JOIN LATERAL (
      SELECT profile FROM jsonb_array_elements(d.profiles) WITH ORDINALITY AS told (profile, place)
      ORDER BY profile ->> 'since' <= ${day} DESC,
        CASE WHEN profile ->> 'since' <= ${day} THEN -place ELSE place END LIMIT 1
    ) AS past ON true) AS t`;
}
