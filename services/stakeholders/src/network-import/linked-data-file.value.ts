import { OBJECTIVES, OWN_SCHEME } from "../contact-card/linked-data.value.ts";
import { isMembership, isNetwork, otherKind, otherTie } from "./graph-file.value.ts";
import {
  given,
  listIn,
  type NetworkFile,
  type NetworkRecord,
  objectIn,
  type OrganisationRecord,
  type OtherRecord,
  textIn,
  textsIn,
  type TieRecord,
} from "./network-file.value.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * JSON-LD as it stands, with the words of schema.org: no context is fetched and no term expanded, so
 * a document that calls things otherwise says nothing here.
 */
export function readLinkedData(whole: unknown): NetworkFile {
  const things = listIn(whole)
    .map(objectIn)
    .flatMap((one) => ("@graph" in one ? listIn(one["@graph"]).map(objectIn) : [one]));
  const organisations: OrganisationRecord[] = [];
  const others: OtherRecord[] = [];
  const networks: NetworkRecord[] = [];
  const [ties, memberships]: [TieRecord[], TieRecord[]] = [[], []];
  for (const [at, thing] of things.entries()) {
    const line = at + 1;
    const what = otherIn(thing);
    const cell = textIn(thing["name"]) ?? textIn(thing["roleName"]);
    if (what !== null) others.push({ line, what, cell });
    else if (isRole(thing)) {
      (isMembership(thing["additionalType"]) ? memberships : ties).push({ line, ...tieIn(thing) });
    } else if (isNetwork(thing["additionalType"]))
      networks.push({ line, ...networkIn(thing), name: cell });
    else organisations.push({ line, ...organisationIn(thing) });
  }
  return { organisations, ties, networks, memberships, others };
}

const typesOf = (thing: Json): string[] => textsIn(thing["@type"]);
const isRole = (thing: Json): boolean => typesOf(thing).some((type) => type.endsWith("Role"));

/** `NGO`, `Organization` and all that is one by its name. */
const isOrganisation = (thing: Json): boolean =>
  typesOf(thing).some((type) => type === "NGO" || /Organi[sz]ation$/.test(type));

function otherIn(thing: Json): string | null {
  const kind = textIn(thing["additionalType"]) ?? "";
  if (isRole(thing)) return otherTie(kind);
  if (isOrganisation(thing)) return otherKind(kind);
  return otherKind(kind) ?? (typesOf(thing).includes("Person") ? "a person" : "something else");
}

function organisationIn(thing: Json): Omit<OrganisationRecord, "line"> {
  const names = listIn(thing["alternateName"]);
  const kind = textIn(thing["additionalType"]);
  const topics = listIn(thing["knowsAbout"]);
  return {
    id: refOf(thing),
    fields: given({
      name: textIn(thing["name"]) ?? textIn(thing["legalName"]),
      acronym: names.flatMap((name) => textIn(name) ?? [])[0] ?? null,
      names: names
        .map(objectIn)
        .flatMap(({ "@value": name, "@language": language }) =>
          textIn(language) === null ? [] : [{ name: textIn(name), language: textIn(language) }],
        ),
      category: kind === "Organisation" ? null : kind,
      identifiers: identifiersIn(thing),
      ...{ website: textIn(thing["url"]), description: textIn(thing["description"]) },
      ...placesIn(thing),
      languages: textsIn(thing["knowsLanguage"]),
      sectors: topics.flatMap((topic) => textIn(topic) ?? []),
      objectives: topics
        .map(objectIn)
        .flatMap(({ termCode, inDefinedTermSet }) =>
          inDefinedTermSet === OBJECTIVES ? (textIn(termCode) ?? []) : [],
        ),
      ...{ needs: namesIn(thing["seeks"]), offers: namesIn(thing["makesOffer"]) },
    }),
  };
}

const networkIn = (thing: Json) => ({
  id: refOf(thing),
  kind: textIn(thing["networkKind"]),
  countries: placesIn(thing).countries,
});

function placesIn(thing: Json) {
  const places = listIn(thing["areaServed"]).map((place) =>
    typeof place === "string" ? { "@type": "Country", identifier: place } : objectIn(place),
  );
  const areas = places.filter((place) => typesOf(place).includes("AdministrativeArea"));
  return {
    countries: places.filter((place) => !areas.includes(place)).map(countryIn),
    areas: areas.map((area) => ({
      country: countryIn(objectIn(area["containedInPlace"])),
      code: textIn(area["identifier"]),
      name: textIn(area["name"]),
    })),
  };
}

const countryIn = (place: Json): string | null =>
  textIn(place["identifier"]) ?? textIn(place["name"]);

const identifiersIn = (thing: Json) =>
  listIn(thing["identifier"])
    .map(objectIn)
    .filter(({ propertyID, value }) => textIn(value) !== null && propertyID !== OWN_SCHEME)
    .map(({ propertyID, value }) => ({ scheme: textIn(propertyID), value: textIn(value) }));

const namesIn = (things: unknown): string[] =>
  listIn(things).flatMap((one) => textIn(one) ?? textIn(objectIn(one)["name"]) ?? []);

const tieIn = (role: Json): Omit<TieRecord, "line"> => ({
  source: refOf(objectIn(role["member"])),
  target: refOf(objectIn(role["memberOf"])),
  relation: textIn(role["roleName"]),
  startDate: textIn(role["startDate"]),
  endDate: textIn(role["endDate"]),
});

/** Ids of the document are written with a `#`. */
const refOf = (thing: Json): string | null => textIn(thing["@id"])?.replace(/^#/, "") ?? null;
