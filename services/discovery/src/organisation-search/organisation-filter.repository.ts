import { whereSql } from "@convene/shared/connection/list";
import { arrayFacet, numberFacet, valueFacet } from "@convene/shared/facet/facet-sql";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { Asking } from "../asking/asking.value.ts";
import { byThen, startOf } from "../asking/past.repository.ts";
import { attendanceVisibleTo } from "../meeting/attendance.repository.ts";
import { belongingSql, MEMBERSHIPS, SEATS } from "../tie/belonging.repository.ts";
import { type TieQuery, tiesSql } from "../tie/graph-tie.repository.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { all, holdingSql } from "../tie/tie.repository.ts";
import { belongingFacet } from "./facet-condition.repository.ts";
import type { OrganisationSearchFilter, RelatedToFilter } from "./organisation-search.inputs.ts";

const OBJECTIVES = { column: "t.objectives", upTo: 23 };

const NOT = raw("NOT ");

/** What the filter asks of `t`, an organisation. Hidden things count as none. */
export function filterSql(asking: Asking, filter: OrganisationSearchFilter): Sql {
  const {
    inMyWorkingGroups,
    publishedPracticeSince,
    metSince,
    notMetSince,
    confirmedSince,
    relatedTo,
  } = filter;
  const ties = { ...asking, kinds: null, includeInherited: filter.includeInherited ?? false };
  return all([
    numberFacet("filter.objectives", OBJECTIVES, filter.objectives),
    arrayFacet("filter.countries", "t.countries", filter.countries),
    arrayFacet("filter.areas", "t.areas", filter.areas),
    valueFacet("filter.categories", "t.category", filter.categories),
    arrayFacet("filter.sectors", "t.sectors", filter.sectors),
    arrayFacet("filter.languages", "t.languages", filter.languages),
    arrayFacet("filter.needs", "t.needs", filter.needs),
    arrayFacet("filter.offers", "t.offers", filter.offers),
    belongingFacet("filter.networks", { to: MEMBERSHIPS, ties }, filter.networks),
    belongingFacet(
      "filter.workingGroups",
      { to: SEATS, ties: { ...ties, includeInherited: false } },
      filter.workingGroups,
    ),
    typeof inMyWorkingGroups === "boolean" ? besideMineSql(asking, inMyWorkingGroups) : empty,
    publishedPracticeSince ? publishedSql(asking, publishedPracticeSince) : empty,
    metSince ? metSql(asking, metSince) : empty,
    notMetSince ? sql`NOT ${metSql(asking, notMetSince)}` : empty,
    confirmedSince ? sql`t.last_confirmed_on >= ${confirmedSince}::date` : empty,
    relatedTo ? sql`${relatedTo.isExcluded ? NOT : empty}${relatedSql(ties, relatedTo)}` : empty,
  ]);
}

/** In a group, visible to the viewer, where an organisation sits for which they act. */
function besideMineSql(asking: Asking, wanted: boolean): Sql {
  const { viewer } = asking;
  const mine = whereSql([
    sql`mine.id = ANY(${viewer?.organisations.map(({ id }) => id) ?? []}::text[])`,
    visibleTo(viewer, protectionOf("mine")),
  ]);
  return sql`t.id ${wanted ? empty : raw("NOT ")}IN (
    WITH sitting AS (${belongingSql(SEATS, { ...asking, kinds: null })})
    SELECT beside.organisation_id FROM sitting AS beside WHERE beside.id IN (
      SELECT own.id FROM sitting AS own JOIN organisation_document AS mine
      ON mine.id = own.organisation_id ${mine}))`;
}

const publishedSql = (asking: Asking, since: string): Sql =>
  sql`t.id IN (SELECT tie.source_id FROM practice_document AS practice
    JOIN tie ON tie.target_id = practice.id AND tie.kind = ${TieKind.PRACTICE}
    ${whereSql([
      sql`practice.state = 'PUBLISHED' AND practice.published_at >= ${startOf(since)}`,
      byThen("practice.published_at", asking),
      visibleTo(asking.viewer, protectionOf("practice")),
    ])})`;

/** Who was where is for those who sit there, also where the meeting itself is public. */
const metSql = (asking: Asking, since: string): Sql =>
  sql`t.id IN (SELECT unnest(meeting.attended) FROM meeting_document AS meeting ${whereSql([
    sql`meeting.status <> 'CANCELLED'`,
    sql`meeting.starts_at >= ${startOf(since)} AND meeting.starts_at <= now()`,
    byThen("meeting.starts_at", asking),
    attendanceVisibleTo(asking.viewer, "meeting"),
  ])})`;

const relatedSql = (ties: TieQuery, { organisation, types }: RelatedToFilter): Sql => {
  const tie = tiesSql(ties);
  const held = all([
    sql`t.kind = ${TieKind.RELATIONSHIP}`,
    types ? sql`t.label = ANY(${types}::text[])` : empty,
    holdingSql("t", ties),
  ]);
  return sql`(EXISTS (SELECT FROM organisation_document AS other ${whereSql([
    sql`other.id = ${organisation}`,
    visibleTo(ties.viewer, protectionOf("other")),
  ])}) AND t.id IN (
    SELECT t.target_id FROM ${tie} WHERE t.source_id = ${organisation} AND ${held}
    UNION ALL SELECT t.source_id FROM ${tie} WHERE t.target_id = ${organisation} AND ${held}))`;
};
