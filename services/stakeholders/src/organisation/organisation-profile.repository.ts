import { today } from "@convene/shared/today";
import { type EntityManager, In } from "typeorm";
import { OrganisationProfile } from "./organisation-profile.entity.ts";

/** Keeps what the organisations are from today on, where that is not what they were. One statement. */
export async function keepProfiles(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(
    `INSERT INTO organisation_profile
       (organisation_id, since, category_id, countries, objective_numbers)
     SELECT o.id, $2::date, o.category_id, o.countries, o.objective_numbers
     FROM organisation AS o LEFT JOIN LATERAL (
       SELECT p.* FROM organisation_profile AS p
       WHERE p.organisation_id = o.id ORDER BY p.since DESC LIMIT 1
     ) AS last ON true
     WHERE o.id = ANY($1::text[]) AND (last.since IS NULL
       OR (last.category_id, last.countries, last.objective_numbers)
         IS DISTINCT FROM (o.category_id, o.countries, o.objective_numbers))
     ORDER BY o.id
     ON CONFLICT (organisation_id, since) DO UPDATE SET category_id = excluded.category_id,
       countries = excluded.countries, objective_numbers = excluded.objective_numbers`,
    [[...ids], today()],
  );
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
