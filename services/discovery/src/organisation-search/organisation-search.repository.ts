import type { Connection } from "@convene/shared/connection/connection";
import type { OrderBy } from "@convene/shared/connection/keyset";
import { list, whereSql } from "@convene/shared/connection/list";
import { foldWords, foldText } from "@convene/shared/table/text-folding";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import type { Viewer } from "@convene/shared/viewer";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { OrganisationDocument } from "../organisation/organisation.replica.ts";
import {
  all,
  arrayFacet,
  belongingFacet,
  currentSql,
  MEMBERSHIPS,
  SEATS,
  valueFacet,
} from "./facet-condition.repository.ts";
import type { OrganisationSort } from "./organisation-search.enum.ts";
import type {
  OrganisationSearchArgs,
  OrganisationSearchFilter,
  RelatedToFilter,
} from "./organisation-search.inputs.ts";

const BY_NAME: OrderBy[] = [
  { column: "t.sort_name", direction: "ASC", type: "text" },
  { column: "t.id", direction: "ASC", type: "text" },
];

const ORDERS: Record<OrganisationSort, readonly OrderBy[]> = {
  RELEVANCE: [{ column: "t.score", direction: "DESC", type: "double precision" }, ...BY_NAME],
  NAME: BY_NAME,
  RECENTLY_CONFIRMED: [{ column: "t.confirmed", direction: "DESC", type: "date" }, ...BY_NAME],
  NEWEST: [{ column: "t.created_at", direction: "DESC", type: "timestamptz" }, ...BY_NAME],
};

export type OrganisationQuery = Pick<OrganisationSearchArgs, "text" | "filter">;

/** Finds organisations in the read model. Which rows a viewer may see is decided here, in SQL. */
export class OrganisationSearchRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One statement, and one more when the count is asked for. */
  search(
    viewer: Viewer | null,
    args: OrganisationSearchArgs,
  ): Promise<Connection<OrganisationDocument>> {
    const from = sql`(SELECT t.*, ${scoreSql(args.text)} AS score,
      COALESCE(t.last_confirmed_on, '-infinity'::date) AS confirmed
      FROM organisation_document AS t ${matching(viewer, args)})`;
    return list(
      this.manager,
      { entity: OrganisationDocument, from, order: ORDERS[args.sort] },
      args,
    );
  }
}

/** `WHERE …` for the organisations that fit the text and the filter and that the viewer may see. */
export function matching(viewer: Viewer | null, { text, filter }: OrganisationQuery): Sql {
  return whereSql([visibleTo(viewer), textSql(text), filter ? filterSql(viewer, filter) : empty]);
}

function filterSql(viewer: Viewer | null, filter: OrganisationSearchFilter): Sql {
  const { publishedPracticeSince: published, confirmedSince, relatedTo } = filter;
  return all([
    arrayFacet("t.objectives", "integer", filter.objectives),
    arrayFacet("t.countries", "text", filter.countries),
    arrayFacet("t.areas", "text", filter.areas),
    valueFacet("t.category", filter.categories),
    arrayFacet("t.sectors", "text", filter.sectors),
    arrayFacet("t.languages", "text", filter.languages),
    belongingFacet(MEMBERSHIPS, viewer, filter.networks),
    belongingFacet(SEATS, viewer, filter.workingGroups),
    published ? publishedSql(viewer, published) : empty,
    filter.metSince ? metSql(viewer, filter.metSince) : empty,
    filter.notMetSince ? sql`NOT ${metSql(viewer, filter.notMetSince)}` : empty,
    confirmedSince ? sql`t.last_confirmed_on >= ${confirmedSince}::date` : empty,
    relatedTo ? relatedSql(viewer, relatedTo) : empty,
  ]);
}

const publishedSql = (viewer: Viewer | null, since: string): Sql =>
  sql`EXISTS (SELECT FROM practice_document AS practice ${whereSql([
    sql`(practice.implementers @> ARRAY[t.id] OR practice.partners @> ARRAY[t.id])`,
    sql`practice.published_at >= ${since}::date`,
    visibleTo(viewer, protectionOf("practice")),
  ])})`;

/** Who was where is for those who belong there, also where the meeting itself is public. */
const metSql = (viewer: Viewer | null, since: string): Sql =>
  sql`EXISTS (SELECT FROM meeting_document AS meeting ${whereSql([
    sql`meeting.attended @> ARRAY[t.id]`,
    sql`meeting.status <> 'CANCELLED'`,
    sql`meeting.starts_at >= ${since}::date AND meeting.starts_at <= now()`,
    visibleTo(viewer, protectionOf("meeting")),
    visibleTo(viewer, { ...protectionOf("meeting"), audience: "'NETWORK'" }),
  ])})`;

const relatedSql = (viewer: Viewer | null, { organisation, types }: RelatedToFilter): Sql =>
  sql`EXISTS (SELECT FROM relationship_replica AS tie
    JOIN organisation_document AS other ON other.id = ${organisation} ${whereSql([
      sql`((tie.source_id = t.id AND tie.target_id = other.id)
        OR (tie.target_id = t.id AND tie.source_id = other.id))`,
      sql`tie.status = 'CONFIRMED'`,
      currentSql("tie"),
      types ? sql`tie.type = ANY(${types}::text[])` : empty,
      visibleTo(viewer, protectionOf("tie")),
      visibleTo(viewer, protectionOf("other")),
    ])})`;

/** Every word is in the text, or nearly so; or the whole is an acronym or an identifier. */
function textSql(text: string | null | undefined): Sql {
  const words = wordsOf(text);
  if (words.length === 0) return empty;
  const each = words.map(
    (word) => sql`(t.search_text LIKE ${`%${escapeLike(word)}%`} OR ${word} <% t.search_text)`,
  );
  const whole = foldText(text ?? "").trim();
  return sql`(${all(each)} OR t.identifiers @> ARRAY[${whole}])`;
}

function scoreSql(text: string | null | undefined): Sql {
  const whole = wordsOf(text).join(" ");
  if (whole === "") return sql`0::double precision`;
  const exact = foldText(text ?? "").trim();
  return sql`(CASE
    WHEN lower(t.acronym) = ${exact} OR t.identifiers @> ARRAY[${exact}] THEN 4
    WHEN t.sort_name = ${exact} THEN 3
    WHEN t.sort_name LIKE ${`${escapeLike(exact)}%`} THEN 2
    ELSE 0 END + round(word_similarity(${whole}, t.sort_name)::numeric, 4))::double precision`;
}

const wordsOf = (text: string | null | undefined): string[] =>
  foldWords(text ?? "")
    .split(" ")
    .filter((word) => word !== "");

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
