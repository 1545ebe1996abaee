import { type DocumentNode, parse } from "graphql";
import type { Client } from "pg";
import { Random } from "../scenario/random.ts";

/** What is asked again and again, each time of something else. */
export interface GraphQuestion {
  readonly name: string;
  readonly query: string;
  readonly document: DocumentNode;
  /** By which of the bounds it is measured; null for none. */
  readonly bound: QuestionBound | null;
  readonly variables: () => Record<string, unknown>;
}

type QuestionBound = "search" | "neighbourhood" | "connect" | "findPartners";

/** What a filter may keep of everything to count as narrow. */
const NARROW = 0.1;

const question = ({ query, ...more }: Omit<GraphQuestion, "document">): GraphQuestion => ({
  ...more,
  query,
  document: parse(query),
});

const FACETS = `facets { objectives { value count } countries { value count } areas { value count }
  categories { value count } sectors { value count } languages { value count }
  networks { value count } workingGroups { value count } }`;
const SEARCH = `query ($filter: OrganisationSearchFilter) {
  searchOrganisations(filter: $filter, first: 20) { totalCount nodes { id } ${FACETS} }
}`;
const AROUND = `query ($of: ID!, $edgeTypes: [TieKind!]) {
  neighbourhood(of: $of, hops: 2, edgeTypes: $edgeTypes, budget: 1000) {
    nodes { id distance } edges { id kind source target }
  }
}`;
const CONNECT = `query ($from: ID!, $to: ID!) {
  connect(from: $from, to: $to, maxHops: 4, count: 3) {
    paths { hops strength steps { from to sentence } }
  }
}`;
const PARTNERS = `query ($for: ID!) {
  findPartners(for: $for, first: 20) {
    totalCount nodes { score organisation { id } reasons { kind sentence } }
  }
}`;

/** What a filter names: what some organisation has, so that it finds at least that one. */
interface Held {
  readonly id: string;
  readonly countries: string[];
  readonly objectives: number[];
  readonly sectors: string[];
  readonly languages: string[];
}

/** Everybody's questions over organisations that everybody may see, drawn by a seed. */
export async function graphQuestions(client: Client, seed: number): Promise<GraphQuestion[]> {
  const { rows } = await client.query<Held>(
    `SELECT id, countries, objectives, sectors, languages FROM discovery.organisation_document
     WHERE audience = 'PUBLIC' AND cardinality(countries) > 0 AND cardinality(objectives) > 0
     ORDER BY id`,
  );
  const random = new Random(seed);
  const one = () => random.pick(rows);
  const apart = ["RELATIONSHIP", "SEAT", "PRACTICE"];
  return [
    question({
      ...{ name: "search, 4 facets, at most 10 %", query: SEARCH, bound: "search" },
      variables: () => ({ filter: narrowFilter(rows, one) }),
    }),
    question({
      ...{ name: "search, broad", query: SEARCH, bound: null },
      variables: () => ({ filter: { objectives: { anyOf: one().objectives } } }),
    }),
    question({
      ...{ name: "neighbourhood, 2 hops, no memberships", query: AROUND, bound: "neighbourhood" },
      variables: () => ({ of: one().id, edgeTypes: apart }),
    }),
    question({
      ...{ name: "neighbourhood, 2 hops, all ties", query: AROUND, bound: "neighbourhood" },
      variables: () => ({ of: one().id }),
    }),
    question({
      ...{ name: "connect, 4 hops", query: CONNECT, bound: "connect" },
      variables: () => pair(one),
    }),
    question({
      ...{ name: "findPartners", query: PARTNERS, bound: "findPartners" },
      variables: () => ({ for: one().id }),
    }),
  ];
}

/** Of some organisation's own values on four facets, drawn until it keeps few enough. */
function narrowFilter(rows: readonly Held[], one: () => Held) {
  for (;;) {
    const { countries, objectives, sectors, languages } = one();
    const asked = { countries: countries.slice(0, 3), objectives, sectors, languages };
    if (Object.values(asked).some((values) => values.length === 0)) continue;
    const fits = (it: Held) =>
      meet(it.countries, asked.countries) &&
      meet(it.objectives, objectives) &&
      meet(it.sectors, sectors) &&
      meet(it.languages, languages);
    if (rows.filter(fits).length > NARROW * rows.length) continue;
    return Object.fromEntries(Object.entries(asked).map(([name, anyOf]) => [name, { anyOf }]));
  }
}

const meet = <T>(its: readonly T[], asked: readonly T[]): boolean =>
  asked.some((value) => its.includes(value));

function pair(one: () => Held): { from: string; to: string } {
  const from = one().id;
  for (;;) {
    const to = one().id;
    if (to !== from) return { from, to };
  }
}
