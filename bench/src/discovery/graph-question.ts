import { type DocumentNode, parse } from "graphql";
import type { Client } from "pg";
import { Random } from "../scenario/random.ts";

/** What is asked again and again, each time of something else. */
export interface GraphQuestion {
  readonly name: string;
  readonly query: string;
  readonly document: DocumentNode;
  readonly variables: () => Record<string, unknown>;
}

const question = (
  name: string,
  query: string,
  variables: GraphQuestion["variables"],
): GraphQuestion => ({ name, query, document: parse(query), variables });

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
  const narrow = () => filterOf(one());
  const broad = () => ({ objectives: { anyOf: one().objectives } });
  const apart = ["RELATIONSHIP", "SEAT", "PRACTICE"];
  return [
    question("search, 4 facets", SEARCH, () => ({ filter: narrow() })),
    question("search, broad", SEARCH, () => ({ filter: broad() })),
    question("neighbourhood, 2 hops, no memberships", AROUND, () => ({
      of: one().id,
      edgeTypes: apart,
    })),
    question("neighbourhood, 2 hops, all ties", AROUND, () => ({ of: one().id })),
    question("connect, 4 hops", CONNECT, () => pair(one)),
    question("findPartners", PARTNERS, () => ({ for: one().id })),
  ];
}

const filterOf = ({ countries, objectives, sectors, languages }: Held) => ({
  countries: { anyOf: countries.slice(0, 3) },
  objectives: { anyOf: objectives },
  ...(sectors.length > 0 && { sectors: { anyOf: sectors } }),
  ...(languages.length > 0 && { languages: { anyOf: languages } }),
});

function pair(one: () => Held): { from: string; to: string } {
  const from = one().id;
  for (;;) {
    const to = one().id;
    if (to !== from) return { from, to };
  }
}
