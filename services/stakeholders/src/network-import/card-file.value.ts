import ICAL from "ical.js";
import {
  given,
  listIn,
  type NetworkFile,
  type OrganisationRecord,
  type OtherRecord,
  readAs,
  textIn,
} from "./network-file.value.ts";

interface Line {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly values: readonly unknown[];
}

/** What is read of a card, or says nothing of the organisation. */
const KNOWN = new Set([
  ...["version", "prodid", "rev", "kind", "uid", "fn", "n", "org", "nickname", "url", "note"],
  ...["lang", "adr", "categories"],
  ...["category", "identifier", "objective", "need", "offer"].map((name) => `x-convene-${name}`),
]);

/** vCards, one or many, by ical.js. Only those of organisations: people are not taken in by files. */
export function readCards(text: string): NetworkFile {
  const read = readAs("vCard", () => ICAL.parse(text) as unknown);
  const cards = typeof listIn(read)[0] === "string" ? [read] : listIn(read);
  const organisations: OrganisationRecord[] = [];
  const others: OtherRecord[] = [];
  for (const [at, card] of cards.entries()) {
    const lines = listIn(listIn(card)[1]).map(lineOf);
    const kind = firstOf(lines, "kind")?.toLowerCase() ?? kindGuessed(lines);
    if (kind === "org") organisations.push({ line: at + 1, ...organisationIn(lines) });
    else others.push({ line: at + 1, what: OTHERS[kind] ?? "something else", cell: nameIn(lines) });
  }
  return { organisations, ties: [], networks: [], memberships: [], others };
}

const OTHERS: Readonly<Record<string, string>> = { individual: "a person", group: "a group" };

/** Cards of old have no KIND: one that is called as its organisation is that of it. */
const kindGuessed = (lines: readonly Line[]): string =>
  firstOf(lines, "org") !== null && firstOf(lines, "org") === (nameIn(lines) ?? null)
    ? "org"
    : "individual";

function lineOf(property: unknown): Line {
  const [name, parameters, , ...values] = listIn(property);
  return {
    name: textIn(name) ?? "",
    parameters: (parameters ?? {}) as Line["parameters"],
    values: values.flatMap((value) => (name === "adr" ? [value] : listIn(value))),
  };
}

const all = (lines: readonly Line[], name: string): Line[] =>
  lines.filter((line) => line.name === name);
const textsOf = (lines: readonly Line[], name: string): string[] =>
  all(lines, name).flatMap(({ values }) => values.flatMap((value) => textIn(value) ?? []));
const firstOf = (lines: readonly Line[], name: string): string | null =>
  textsOf(lines, name)[0] ?? null;
const nameIn = (lines: readonly Line[]): string | null =>
  textIn(all(lines, "fn").find(({ parameters }) => !("language" in parameters))?.values[0]) ??
  firstOf(lines, "fn");

function organisationIn(lines: readonly Line[]): Omit<OrganisationRecord, "line"> {
  const ours = (name: string) => textsOf(lines, `x-convene-${name}`);
  const translated = all(lines, "fn").filter(({ parameters }) => "language" in parameters);
  return {
    id: firstOf(lines, "uid"),
    fields: given({
      name: nameIn(lines) ?? firstOf(lines, "org"),
      names: translated.map(({ parameters, values: [name] }) => ({
        ...{ language: textIn(parameters["language"]), name: textIn(name) },
      })),
      acronym: firstOf(lines, "nickname"),
      ...{ website: firstOf(lines, "url"), description: firstOf(lines, "note") },
      ...placesIn(lines),
      ...{ languages: textsOf(lines, "lang"), sectors: textsOf(lines, "categories") },
      category: ours("category")[0] ?? null,
      identifiers: all(lines, "x-convene-identifier").map(({ parameters, values: [value] }) => ({
        ...{ scheme: textIn(parameters["x-scheme"]), value: textIn(value) },
      })),
      ...{ objectives: ours("objective"), needs: ours("need"), offers: ours("offer") },
    }),
    unknown: Object.fromEntries(
      lines.filter(({ name }) => !KNOWN.has(name)).map(({ name, values }) => [name, values[0]]),
    ),
  };
}

/** The fifth part of an address is the region, the seventh the country. */
function placesIn(lines: readonly Line[]) {
  const places = all(lines, "adr").map(({ parameters, values: [parts] }) => ({
    country: textIn(parameters["cc"]) ?? textIn(listIn(parts)[6]),
    name: textIn(listIn(parts)[4]),
    code: textIn(parameters["x-convene-code"]),
  }));
  return {
    countries: places.flatMap(({ country }) => country ?? []),
    areas: places.filter(({ name, country }) => name !== null && country !== null),
  };
}
