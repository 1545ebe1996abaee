import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In, IsNull } from "typeorm";
import { OrganisationIdentifier } from "./organisation-identifier.entity.ts";
import { Organisation } from "./organisation.entity.ts";
import { asToldToAll, isToldToAll } from "./organisation-field.policy.ts";
import type { OrganisationProfile } from "./organisation-profile.entity.ts";
import { keepProfiles, profilesOf } from "./organisation-profile.repository.ts";
import { protectionOf } from "./organisation.policy.ts";

/** Tells what the organisations are now; those that are gone, or merged into another, as gone. */
export async function publishOrganisations(tx: Transaction, ids: readonly string[]): Promise<void> {
  await keepProfiles(tx.manager, ids);
  await tx.publish({ type: "Organisation", ids, load: loadPayloads });
}

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const organisations = await manager.findBy(Organisation, {
    id: In([...ids]),
    mergedIntoId: IsNull(),
  });
  const identifiers = await manager.find(OrganisationIdentifier, {
    where: { organisationId: In([...ids]) },
    order: { scheme: "ASC", value: "ASC" },
  });
  const byOrganisation = new Map<string, OrganisationIdentifier[]>(ids.map((id) => [id, []]));
  for (const one of identifiers) byOrganisation.get(one.organisationId)?.push(one);
  const profiles = await profilesOf(manager, ids);
  return new Map(
    organisations.map((organisation) => [
      organisation.id,
      {
        ...payloadOf(organisation, byOrganisation.get(organisation.id) ?? []),
        profiles: (profiles.get(organisation.id) ?? []).map((one) => profileOf(organisation, one)),
      },
    ]),
  );
}

/** What is kept from some now is kept from them of the past as well. */
const profileOf = (kept: Organisation, profile: OrganisationProfile): object => {
  const { since, organisationId: _, ...was } = profile;
  return { since, ...workOf(asToldToAll(Object.assign(new Organisation(), kept, was))) };
};

const payloadOf = (kept: Organisation, known: readonly OrganisationIdentifier[]): object =>
  toldOf(asToldToAll(kept), isToldToAll(kept, "IDENTIFIERS") ? known : []);

const toldOf = (
  organisation: Organisation,
  identifiers: readonly OrganisationIdentifier[],
): object => ({
  protection: protectionOf(organisation),
  name: organisation.name,
  names: organisation.names,
  otherNames: organisation.otherNames.map(({ name, language, from, until }) => ({
    ...{ name, language, from, until },
  })),
  acronym: organisation.acronym,
  identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
  ...workOf(organisation),
  isOpenToPartners: organisation.isOpenToPartners,
  website: organisation.website,
  description: organisation.description,
  lastConfirmedOn: organisation.lastConfirmedOn,
  createdAt: organisation.createdAt,
});

/** What is told of each day. */
const workOf = (organisation: Organisation): object => ({
  category: organisation.categoryId,
  countries: organisation.countries,
  areas: organisation.areas,
  objectives: organisation.objectiveNumbers,
  sectors: organisation.sectors,
  languages: organisation.languages,
  needs: organisation.needs,
  offers: organisation.offers,
});
