import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Asking } from "../asking/asking.value.ts";
import { FoundType } from "./search.enum.ts";

const NO_TEXTS = sql`'{}'::text[]`;
const NO_NUMBERS = sql`'{}'::integer[]`;

const COLUMNS = raw(
  "id, type, label, sort_name, names, acronym, identifiers, search_text, objectives, countries, languages, date",
);

/** Everything of these types that the viewer may see, as rows of one shape: `(…) AS t (…)`. */
export function searchableSql(asking: Asking, types: readonly FoundType[]): Sql {
  const asked = [...new Set(types)].map((type) => ROWS[type](asking));
  const none = organisations(asking, sql`FALSE`);
  return sql`(${asked.length > 0 ? join(asked, " UNION ALL ") : none}) AS t (${COLUMNS})`;
}

const seenBy = ({ viewer }: Asking, alias: string): Sql => visibleTo(viewer, protectionOf(alias));

const organisations = (asking: Asking, further: Sql = empty): Sql =>
  sql`SELECT t.id, ${FoundType.ORGANISATION}::text, t.name, t.sort_name, t.names, t.acronym,
    t.identifiers, t.search_text, t.objectives, t.countries, t.languages,
    t.last_confirmed_on::timestamp AT TIME ZONE 'UTC'
    FROM organisation_document AS t ${whereSql([seenBy(asking, "t"), further])}`;

/** Whoever may see more of them: what is not published has not been proven to work. */
const practices = (asking: Asking): Sql =>
  sql`SELECT t.id, ${FoundType.PRACTICE}::text, t.title, t.sort_name, ARRAY[t.sort_name], NULL::text,
    ${NO_TEXTS}, t.search_text, t.objectives, t.countries,
    CASE WHEN t.language IS NULL THEN ${NO_TEXTS} ELSE ARRAY[t.language] END, t.published_at
    FROM practice_document AS t
    ${whereSql([sql`t.state = 'PUBLISHED'`, seenBy(asking, "t")])}`;

const groups = (asking: Asking): Sql =>
  sql`SELECT t.id, ${FoundType.WORKING_GROUP}::text, t.name, t.sort_name, ARRAY[t.sort_name], t.code,
    ${NO_TEXTS}, t.search_text, t.objectives, ${COUNTRIES}, ${NO_TEXTS}, NULL::timestamptz
    FROM working_group_document AS t ${networkOf(asking)} ${whereSql([seenBy(asking, "t")])}`;

const meetings = (asking: Asking): Sql =>
  sql`SELECT t.id, ${FoundType.MEETING}::text, t.title, t.sort_name, ARRAY[t.sort_name], NULL::text,
    ${NO_TEXTS}, t.sort_name, ${OBJECTIVES}, ${COUNTRIES}, ${NO_TEXTS}, t.starts_at
    FROM meeting_document AS t ${convenerOf(asking)} ${whereSql([seenBy(asking, "t")])}`;

const series = (asking: Asking): Sql =>
  sql`SELECT t.id, ${FoundType.MEETING_SERIES}::text, t.title, t.sort_name, ARRAY[t.sort_name], NULL::text,
    ${NO_TEXTS}, t.sort_name, ${OBJECTIVES}, ${COUNTRIES}, ${NO_TEXTS}, NULL::timestamptz
    FROM meeting_series_document AS t ${convenerOf(asking)} ${whereSql([seenBy(asking, "t")])}`;

const ROWS: Record<FoundType, (asking: Asking) => Sql> = {
  ORGANISATION: (asking) => organisations(asking),
  PRACTICE: practices,
  WORKING_GROUP: groups,
  MEETING: meetings,
  MEETING_SERIES: series,
};

/** Of a group or network that is hidden a meeting tells nothing. */
const OBJECTIVES = sql`COALESCE(its_group.objectives, ${NO_NUMBERS})`;
const COUNTRIES = sql`COALESCE(its_network.countries, ${NO_TEXTS})`;

const networkOf = (asking: Asking): Sql =>
  sql`LEFT JOIN network_document AS its_network ON ${join(
    [sql`its_network.id = t.network_id`, ...shown(seenBy(asking, "its_network"))],
    " AND ",
  )}`;

const convenerOf = (asking: Asking): Sql =>
  sql`LEFT JOIN working_group_document AS its_group ON ${join(
    [sql`its_group.id = t.group_id`, ...shown(seenBy(asking, "its_group"))],
    " AND ",
  )} ${networkOf(asking)}`;

const shown = (visible: Sql): Sql[] => (visible === empty ? [] : [visible]);
