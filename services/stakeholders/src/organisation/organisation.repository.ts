import { whereSql } from "@convene/shared/connection/list";
import type { Transaction } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import { distinct, numbersUpTo } from "@convene/shared/input";
import type { Viewer } from "@convene/shared/viewer";
import { type ProtectionColumns, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import { Organisation } from "./organisation.entity.ts";
import type { OrganisationFacet, OrganisationFilter } from "./organisation.inputs.ts";
import { canEditOrganisation, canSeeOrganisation } from "./organisation.policy.ts";

const protectionColumns = (alias: string): ProtectionColumns => ({
  audience: `${alias}.audience`,
  organisations: `ARRAY[${alias}.id]`,
  networks: `${alias}.networks`,
});

/** The rule of `canSeeOrganisation`, as a condition on rows. */
export const organisationVisibleTo = (viewer: Viewer | null, alias = "t"): Sql =>
  visibleTo(viewer, protectionColumns(alias));

/** Whether the organisation at a column is there for the viewer. The column is ours, never a user's. */
export function organisationAtIsVisible(viewer: Viewer | null, column: string): Sql {
  const seen = organisationVisibleTo(viewer, "o");
  if (seen === empty) return empty;
  return sql`EXISTS (SELECT 1 FROM organisation AS o ${whereSql([
    sql`o.id = ${raw(column)}`,
    seen,
  ])})`;
}

/**
 * The organisation, locked, for one who may see it.
 *
 * @throws NOT_FOUND
 */
export async function lockOrganisation(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<Organisation> {
  const organisation = await tx.lock(Organisation, id);
  if (!organisation || !canSeeOrganisation(viewer, organisation)) {
    throw notFound("Organisation", id);
  }
  return organisation;
}

/**
 * The organisation, locked, for one who may change it.
 *
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function lockOrganisationToEdit(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<Organisation> {
  const organisation = await lockOrganisation(tx, viewer, id);
  if (!canEditOrganisation(viewer, organisation)) {
    throw forbidden(`Only the owners and editors of ${organisation.name} may do this`);
  }
  return organisation;
}

/** A filter as conditions on organisations `t`. */
export function filterSql(filter: OrganisationFilter | null | undefined): Sql[] {
  if (!filter) return [];
  const { ids, countries, categories, sectors, objectives } = filter;
  return [
    ids ? sql`t.id = ANY(${distinct("filter.ids", ids)}::text[])` : empty,
    ...facetSql("t.countries", "text[]", limited("countries", countries)),
    ...facetSql(
      "array_remove(ARRAY[t.category_id], NULL)",
      "text[]",
      limited("categories", categories),
    ),
    ...facetSql("t.sectors", "text[]", limited("sectors", sectors)),
    ...facetSql("t.objective_numbers", "integer[]", numbered(objectives)),
  ];
}

type Facet<T> = OrganisationFacet<T> | null | undefined;

function facetSql<T>(column: string, type: string, facet: Facet<T>): Sql[] {
  const { anyOf, allOf, noneOf } = facet ?? {};
  const at = raw(column);
  const asked = (values: T[] | null | undefined, condition: (list: Sql) => Sql) =>
    values && values.length > 0 ? condition(sql`${values}::${raw(type)}`) : empty;
  return [
    asked(anyOf, (list) => sql`${at} && ${list}`),
    asked(allOf, (list) => sql`${at} @> ${list}`),
    asked(noneOf, (list) => sql`NOT ${at} && ${list}`),
  ];
}

const limited = (name: string, facet: Facet<string>): Facet<string> =>
  mapFacet(facet, (part, values) => distinct(`filter.${name}.${part}`, values));

const numbered = (facet: Facet<number>): Facet<number> =>
  mapFacet(facet, (part, values) => numbersUpTo(`filter.objectives.${part}`, values, 23));

function mapFacet<T>(facet: Facet<T>, to: (part: string, values: T[]) => T[]): Facet<T> {
  if (!facet) return facet;
  const { anyOf, allOf, noneOf } = facet;
  return {
    anyOf: anyOf && to("anyOf", anyOf),
    allOf: allOf && to("allOf", allOf),
    noneOf: noneOf && to("noneOf", noneOf),
  };
}
