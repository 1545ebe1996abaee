import type { OrganisationFacts, PersonFacts } from "./contact-facts.value.ts";

/**
 * Popolo (popoloproject.com), in JSON. Popolo has no words for where an organisation works and on
 * what: these stand under the names that they have in the graph.
 */
export const organisationPopolo = ({ organisation, identifiers }: OrganisationFacts): string =>
  JSON.stringify({
    id: organisation.id,
    name: organisation.name,
    other_names: [
      ...organisation.names.map(({ name, language }) => ({ name, lang: language })),
      ...(organisation.acronym === null ? [] : [{ name: organisation.acronym, note: ACRONYM }]),
    ],
    identifiers: identifiers.map(({ scheme, value }) => ({ scheme, identifier: value })),
    classification: organisation.categoryId,
    description: organisation.description,
    links: organisation.website === null ? [] : [{ url: organisation.website, note: "website" }],
    countries: organisation.countries,
    areas: organisation.areas.map(({ country, code, name }) => ({
      ...{ name, identifier: code, country, classification: "first-level area" },
    })),
    objectives: organisation.objectiveNumbers,
    sectors: organisation.sectors,
    languages: organisation.languages,
    needs: organisation.needs,
    offers: organisation.offers,
    created_at: organisation.createdAt.toISOString(),
    updated_at: organisation.updatedAt.toISOString(),
  });

/** How an acronym is told from the other names. */
export const ACRONYM = "acronym";

export const personPopolo = ({ person, roles }: PersonFacts): string =>
  JSON.stringify({
    id: person.id,
    name: person.name,
    biography: person.about,
    memberships: roles.map(({ title, startDate, endDate, organisation }) => ({
      role: title,
      person_id: person.id,
      organization_id: organisation.id,
      organization: { id: organisation.id, name: organisation.name },
      start_date: startDate,
      end_date: endDate,
    })),
  });
