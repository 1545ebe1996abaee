import type { FacetFilter } from "@convene/shared/facet/facet-filter.inputs";
import { facetSql } from "@convene/shared/facet/facet-sql";
import sql, { type Sql } from "sql-template-tag";
import { type Belonging, belongingSql } from "../tie/belonging.repository.ts";
import type { TieQuery } from "../tie/graph-tie.repository.ts";

/** To what an organisation `t` belongs, and who asks. */
interface Belongings {
  readonly to: Belonging;
  readonly ties: TieQuery;
}

/** A facet of groups or networks: one that the viewer may not see is one that nobody is in. */
export function belongingFacet(
  field: string,
  { to, ties }: Belongings,
  asked: FacetFilter<string> | null | undefined,
): Sql {
  const within = (ids: string[]) => sql`FROM (${belongingSql(to, ties)}) AS place
    WHERE place.id = ANY(${ids}::text[])`;
  const some = (ids: string[]) => sql`t.id IN (SELECT place.organisation_id ${within(ids)})`;
  return facetSql(field, { some, each: (ids) => inEach(ids, within) }, asked);
}

const inEach = (ids: string[], within: (ids: string[]) => Sql): Sql =>
  sql`t.id IN (SELECT place.organisation_id ${within(ids)}
    GROUP BY place.organisation_id HAVING count(DISTINCT place.id) = ${ids.length})`;
