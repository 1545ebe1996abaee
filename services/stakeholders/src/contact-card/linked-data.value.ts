import { countryName, type OrganisationFacts, type PersonFacts } from "./contact-facts.value.ts";

const CONTEXT = { "@context": "https://schema.org" };
/** The set of the objectives' numbers. */
export const OBJECTIVES = "Objectives of the Global Compact for Migration";
/** The scheme of ids that are given here. */
export const OWN_SCHEME = "convene";

/** JSON-LD 1.1 with the words of schema.org. Ids are those of the document, `#org_…`. */
export const organisationLinkedData = ({ organisation, identifiers }: OrganisationFacts): string =>
  JSON.stringify({
    ...CONTEXT,
    "@id": `#${organisation.id}`,
    "@type": "Organization",
    name: organisation.name,
    alternateName: [
      ...(organisation.acronym === null ? [] : [organisation.acronym]),
      ...organisation.names.map(({ name, language }) => ({
        ...{ "@value": name, "@language": language },
      })),
    ],
    ...(organisation.categoryId !== null && { additionalType: organisation.categoryId }),
    identifier: [{ scheme: OWN_SCHEME, value: organisation.id }, ...identifiers].map(
      ({ scheme, value }) => ({ "@type": "PropertyValue", propertyID: scheme, value }),
    ),
    ...(organisation.website !== null && { url: organisation.website }),
    ...(organisation.description !== null && { description: organisation.description }),
    areaServed: [
      ...organisation.countries.map(country),
      ...organisation.areas.map(({ country: code, code: identifier, name }) => ({
        "@type": "AdministrativeArea",
        name,
        ...(identifier !== null && { identifier }),
        containedInPlace: country(code),
      })),
    ],
    knowsLanguage: organisation.languages,
    knowsAbout: [
      ...organisation.sectors,
      ...organisation.objectiveNumbers.map((number) => ({
        ...{ "@type": "DefinedTerm", termCode: String(number), inDefinedTermSet: OBJECTIVES },
      })),
    ],
    seeks: organisation.needs.map((name) => ({ "@type": "Demand", name })),
    makesOffer: organisation.offers.map((name) => ({ "@type": "Offer", name })),
  });

export const personLinkedData = ({ person, roles }: PersonFacts): string =>
  JSON.stringify({
    ...CONTEXT,
    "@id": `#${person.id}`,
    "@type": "Person",
    identifier: person.id,
    name: person.name,
    ...(person.about !== null && { description: person.about }),
    memberOf: roles.map(({ title, startDate, endDate, organisation: { id, name } }) => ({
      "@type": "OrganizationRole",
      ...(title !== null && { roleName: title }),
      startDate,
      ...(endDate !== null && { endDate }),
      memberOf: { "@id": `#${id}`, "@type": "Organization", name },
    })),
  });

const country = (code: string) => ({
  ...{ "@type": "Country", identifier: code, name: countryName(code) },
});
