import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Asking } from "./asking.value.ts";

/** Of which nobody has noted since when it is so: it is as of today. */
const UNDATED = [
  ...["id", "version", "name", "sort_name", "names", "other_names", "acronym", "identifiers"],
  ...["last_confirmed_on", "created_at", "search_text", "audience", "organisations", "networks"],
].map((name) => raw(`d."${name}"`));

/** Lists of texts, by their names in a profile; the columns are named likewise. */
const LISTS = ["countries", "areas", "areaNames", "sectors", "languages", "needs", "offers"];

const DATED = [
  raw(`CASE WHEN past.profile IS NULL THEN d.category ELSE past.profile ->> 'category' END
    AS category`),
  raw(`CASE WHEN past.profile IS NULL THEN d.objectives
    ELSE ARRAY(SELECT jsonb_array_elements_text(past.profile -> 'objectives')::integer) END
    AS objectives`),
  ...LISTS.map((name) => {
    const column = name === "areaNames" ? "area_names" : name;
    return raw(`CASE WHEN past.profile IS NULL THEN d.${column}
      ELSE ARRAY(SELECT jsonb_array_elements_text(past.profile -> '${name}')) END AS ${column}`);
  }),
];

/**
 * The organisations `t`: where a day was asked for, with what each was on it. On a day before the
 * first that is known, it was the first.
 */
export function organisationsSql({ day, isAsOf }: Asking): Sql {
  if (!isAsOf) return sql`organisation_document AS t`;
  return sql`(SELECT ${join([...UNDATED, ...DATED])}
    FROM organisation_document AS d LEFT JOIN LATERAL (
      SELECT profile FROM jsonb_array_elements(d.profiles) WITH ORDINALITY AS told (profile, place)
      ORDER BY profile ->> 'since' <= ${day} DESC,
        CASE WHEN profile ->> 'since' <= ${day} THEN -place ELSE place END LIMIT 1
    ) AS past ON true) AS t`;
}
