import { today } from "@convene/shared/today";
import sql, { raw, type Sql } from "sql-template-tag";
import { type EntityManager, In } from "typeorm";
import { OrganisationProfile } from "./organisation-profile.entity.ts";

/** What is kept: of the record and of a profile they have the same names. */
const KEPT = [
  ...["category_id", "countries", "objective_numbers", "areas"],
  ...["sectors", "languages", "needs", "offers"],
];

const keptOf = (row: string): Sql => raw(KEPT.map((column) => `${row}.${column}`).join(", "));

/** Keeps what the organisations are from today on, where that is not what they were. One statement. */
export async function keepProfiles(manager: EntityManager, ids: readonly string[]): Promise<void> {
  const kept = raw(KEPT.join(", "));
  const { text, values } = sql`INSERT INTO organisation_profile (organisation_id, since, ${kept})
    SELECT o.id, ${today()}::date, ${keptOf("o")}
    FROM organisation AS o LEFT JOIN LATERAL (
      SELECT p.* FROM organisation_profile AS p
      WHERE p.organisation_id = o.id ORDER BY p.since DESC LIMIT 1
    ) AS last ON true
    WHERE o.id = ANY(${[...ids]}::text[]) AND (last.since IS NULL
      OR (${keptOf("last")}) IS DISTINCT FROM (${keptOf("o")}))
    ORDER BY o.id
    ON CONFLICT (organisation_id, since) DO UPDATE SET (${kept}) = (${keptOf("excluded")})`;
  await manager.query(text, values);
}

/** Of those that have changed: each of their profiles, the first one first. */
export async function profilesOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly OrganisationProfile[]>> {
  const found = await manager.find(OrganisationProfile, {
    where: { organisationId: In([...ids]) },
    order: { organisationId: "ASC", since: "ASC" },
  });
  const byOrganisation = new Map<string, OrganisationProfile[]>();
  for (const one of found) {
    byOrganisation.set(one.organisationId, [
      ...(byOrganisation.get(one.organisationId) ?? []),
      one,
    ]);
  }
  return new Map([...byOrganisation].filter(([, profiles]) => profiles.length > 1));
}
