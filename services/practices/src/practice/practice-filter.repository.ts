import { arrayFacet, facetSql, numberFacet, valueFacet } from "@convene/shared/facet/facet-sql";
import type { Viewer } from "@convene/shared/viewer";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import { organisationIsVisible } from "../organisation/organisation.repository.ts";
import type { PracticeFilter } from "./practice.inputs.ts";

const OBJECTIVES = { column: "t.objectives", upTo: 23 };
const SDGS = { column: "t.sdgs", upTo: 17 };

/** The filter as conditions on the rows of `practice AS t`. */
export function practiceMatches(viewer: Viewer | null, filter: PracticeFilter): Sql[] {
  const { publishedSince } = filter;
  return [
    numberFacet("filter.objectives", OBJECTIVES, filter.objectives),
    arrayFacet("filter.guidingPrinciples", "t.guiding_principles", filter.guidingPrinciples),
    numberFacet("filter.sdgs", SDGS, filter.sdgs),
    arrayFacet("filter.countries", "t.countries", filter.countries),
    valueFacet("filter.states", "t.state", filter.states),
    valueFacet("filter.types", "t.type_id", filter.types),
    facetSql("filter.organisations", { some: takesPart(viewer) }, filter.organisations),
    publishedSince ? sql`t.published_at >= ${publishedSince}::timestamptz` : empty,
  ];
}

/** Only by organisations that the viewer may see: a filter must not tell where a hidden one is. */
const takesPart = (viewer: Viewer | null) => (ids: readonly string[]) =>
  sql`EXISTS (SELECT 1 FROM practice_organisation AS tie
    WHERE tie.practice_id = t.id AND tie.organisation_id = ANY(${ids}::text[])
      AND ${organisationIsVisible(viewer, raw("tie.organisation_id"))})`;
