import ICAL from "ical.js";
import { countryName, type OrganisationFacts, type PersonFacts } from "./contact-facts.value.ts";

/** A property by its name; with several values where it takes a list. */
interface Line {
  readonly name: string;
  readonly value: string | readonly string[];
  /** Where it is not that of the property. */
  readonly type?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * vCard 4.0 (RFC 6350), written by ical.js, which escapes and folds. Countries have their code as
 * `CC` (RFC 8605). What vCard has no word for begins with `X-CONVENE-`.
 */
export function organisationVCard({ organisation, identifiers }: OrganisationFacts): string {
  const { id, name, names, acronym, languages, website, description, updatedAt } = organisation;
  return written([
    ...[line("kind", "org"), { name: "uid", value: id, type: "text" }, line("fn", name)],
    ...names.map((one) => line("fn", one.name, { language: one.language })),
    line("org", [name]),
    ...some(acronym, (text) => line("nickname", [text])),
    ...addressesOf(organisation),
    ...languages.map((tag, at) => line("lang", tag, { pref: String(Math.min(at + 1, 100)) })),
    ...some(website, (address) => line("url", address)),
    ...some(description, (text) => line("note", text)),
    ...organisation.sectors.map((sector) => line("categories", [sector])),
    ...some(organisation.categoryId, (text) => ours("category", text)),
    ...identifiers.map(({ scheme, value }) => ours("identifier", value, { "x-scheme": scheme })),
    ...organisation.objectiveNumbers.map((number) => ours("objective", String(number))),
    ...organisation.needs.map((need) => ours("need", need)),
    ...organisation.offers.map((offer) => ours("offer", offer)),
    { name: "rev", value: instant(updatedAt), type: "timestamp" },
  ]);
}

/** As `organisationVCard`; a role and its organisation stand in one group. */
export const personVCard = ({ person: { id, name, about }, roles }: PersonFacts): string =>
  written([
    ...[line("kind", "individual"), { name: "uid", value: id, type: "text" }, line("fn", name)],
    ...roles.flatMap(({ title, organisation }, at) => {
      const group = { group: `role${String(at + 1)}` };
      const held = some(title, (text) => line("title", text, group));
      return [line("org", [organisation.name], group), ...held];
    }),
    ...some(about, (text) => line("note", text)),
  ]);

/** One for each country in which no area is named, and one for each area. */
function addressesOf({
  countries,
  areas,
}: Pick<OrganisationFacts["organisation"], "countries" | "areas">): Line[] {
  const whole = countries.filter((code) => areas.every(({ country }) => country !== code));
  const places = [...whole.map((country) => ({ country, code: null, name: "" })), ...areas];
  return places.map(({ country, code, name }) => ({
    name: "adr",
    value: ["", "", "", "", name, "", countryName(country)],
    parameters: { cc: country, ...(code !== null && { "x-convene-code": code }) },
  }));
}

const line = (name: string, value: Line["value"], parameters: Line["parameters"] = {}): Line => ({
  ...{ name, value, parameters },
});

const ours = (name: string, value: string, parameters: Line["parameters"] = {}): Line => ({
  ...{ name: `x-convene-${name}`, value, type: "text", parameters },
});

const some = (text: string | null, to: (text: string) => Line): Line[] =>
  text === null ? [] : [to(text)];

const instant = (at: Date): string => at.toISOString().replace(/\.\d+/, "");

function written(lines: readonly Line[]): string {
  const card = new ICAL.Component("vcard");
  card.addPropertyWithValue("version", "4.0");
  for (const { name, value, type, parameters = {} } of lines) {
    const property = new ICAL.Property(name, card);
    if (type !== undefined) property.resetType(type);
    for (const [key, text] of Object.entries(parameters)) property.setParameter(key, text);
    if (typeof value === "string") property.setValue(value);
    else if (property.isStructuredValue) property.setValue([...value]);
    else property.setValues([...value]);
    card.addProperty(property);
  }
  return `${card.toString()}\r\n`;
}
