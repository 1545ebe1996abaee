import { whereSql } from "@convene/shared/connection/list";
import type { Transaction } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import { arrayFacet, numberFacet, valueFacet } from "@convene/shared/facet/facet-sql";
import { distinct } from "@convene/shared/input";
import type { Viewer } from "@convene/shared/viewer";
import { type ProtectionColumns, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import { Organisation } from "./organisation.entity.ts";
import type { OrganisationFieldName } from "./organisation-field.enum.ts";
import type { OrganisationFilter } from "./organisation.inputs.ts";
import { canEditOrganisation, canSeeOrganisation } from "./organisation.policy.ts";

const protectionColumns = (alias: string): ProtectionColumns => ({
  audience: `${alias}.audience`,
  organisations: `ARRAY[${alias}.id]`,
  networks: `${alias}.networks`,
});

/** The rule of `canSeeOrganisation`, as a condition on rows. */
export function organisationVisibleTo(viewer: Viewer | null, alias = "t"): Sql {
  const seen = visibleTo(viewer, protectionColumns(alias));
  const stands = sql`${raw(alias)}.merged_into_id IS NULL`;
  return seen === empty ? stands : sql`(${stands} AND ${seen})`;
}

/** Whether the organisation at a column is there for the viewer. The column is ours, never a user's. */
export function organisationAtIsVisible(viewer: Viewer | null, column: string): Sql {
  return sql`EXISTS (SELECT 1 FROM organisation AS o ${whereSql([
    sql`o.id = ${raw(column)}`,
    organisationVisibleTo(viewer, "o"),
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

/** Whether all who see an organisation `t` see the field: what some do not see, nobody finds it by. */
const isToldToAll = (field: OrganisationFieldName): Sql =>
  sql`NOT jsonb_exists(t.field_audiences, ${field})`;

/** A filter as conditions on organisations `t`. */
export function filterSql(filter: OrganisationFilter | null | undefined): Sql[] {
  if (!filter) return [];
  const { ids, countries, categories, sectors, objectives } = filter;
  const where = isToldToAll("OBJECTIVES");
  const numbers = { column: "t.objective_numbers", upTo: 23, where };
  const lists = {
    countries: { column: "t.countries", where: isToldToAll("COUNTRIES") },
    sectors: { column: "t.sectors", where: isToldToAll("SECTORS") },
  };
  return [
    ids ? sql`t.id = ANY(${distinct("filter.ids", ids)}::text[])` : empty,
    arrayFacet("filter.countries", lists.countries, countries),
    valueFacet("filter.categories", "t.category_id", categories),
    arrayFacet("filter.sectors", lists.sectors, sectors),
    numberFacet("filter.objectives", numbers, objectives),
  ];
}
