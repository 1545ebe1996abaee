import { createHarness, type Harness } from "@convene/shared/testing/harness";
import type { Viewer } from "@convene/shared/viewer";
import fc from "fast-check";
import { discovery } from "../src/definition.ts";
import { kindOf } from "../src/node/node.enum.ts";
import { asOf, filter, hitFilter } from "./generated-filter.ts";
import { IDS, network, OBJECTIVES, runs, viewer } from "./generated-network.ts";
import { NetworkModel } from "./network-model.ts";
import { followed, TIE } from "./tie-model.ts";
import { changesOf, Teller, telling } from "./telling.ts";

const whole = createHarness(discovery);
const rest = createHarness(discovery);
const tellers = [new Teller(whole), new Teller(rest)] as const;

const EVERYTHING = `query (
  $ids: [ID!]!, $text: String, $filter: OrganisationSearchFilter, $sort: OrganisationSort,
  $first: Int, $of: ID!, $hops: Int, $edgeTypes: [TieKind!], $includeInherited: Boolean!, $asOf: Date, $budget: Int,
  $for: ID!, $brief: String, $objectives: [Int!], $context: PartnerContext, $to: ID!,
  $place: ID!, $hitFilter: SearchFilter, $types: [FoundType!], $hitSort: SearchSort
) {
  search(text: $text, filter: $hitFilter, types: $types, sort: $hitSort, first: $first) {
    totalCount edges { cursor node { id type date thing { __typename } } }
    pageInfo { hasNextPage endCursor }
    facets {
      types { value count } objectives { value count } countries { value count }
      languages { value count } networks { value count } workingGroups { value count }
      years { value count }
    }
    table(format: CSV) { base64 }
  }
  nodes(ids: $ids) { __typename id }
  searchOrganisations(text: $text, filter: $filter, asOf: $asOf, sort: $sort, first: $first) {
    totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor }
    facets {
      objectives { value count } countries { value count } areas { value count }
      categories { value count } sectors { value count } languages { value count }
      needs { value count } offers { value count }
      networks { value count } workingGroups { value count }
    }
    table(format: CSV) { base64 }
  }
  neighbourhood(of: $of, hops: $hops, edgeTypes: $edgeTypes, includeInherited: $includeInherited, asOf: $asOf, budget: $budget) {
    nodes { id distance node { __typename id } }
    edges { ${TIE} }
  }
  connect(from: $of, to: $to, count: 10, edgeTypes: $edgeTypes, includeInherited: $includeInherited, asOf: $asOf) {
    paths {
      hops strength
      steps {
        from to sharedActivities lastActivityOn strength sentence node { __typename id }
        ties { ${TIE} }
      }
    }
  }
  networkGraph(filter: $filter, edgeTypes: $edgeTypes, includeInherited: $includeInherited, asOf: $asOf, budget: $budget) {
    nodes { id label node { __typename id } }
    edges { ${TIE} }
    graphml: file(format: GRAPHML) { text }
    nodeLink: file(format: NODE_LINK) { text }
    nodesCsv: file(format: NODES_CSV) { text }
    edgesCsv: file(format: EDGES_CSV) { text }
    popolo: file(format: POPOLO) { text } linkedData: file(format: JSON_LD) { text }
  }
  coverage(asOf: $asOf) { cells { objective country organisations practices groups } }
  whoIsMissing(of: $place, asOf: $asOf) { group { id } needCount missing { label wanted found } }
  findPartners(for: $for, brief: $brief, objectives: $objectives, context: $context, first: $first) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { score organisation { id } reasons { kind values weight sentence }
        introduction { steps { from { id } to { id } kind reason } } } }
  }
}`;

/** What lies behind the cursors of those answers. */
const BEHIND = `query (
  $text: String, $filter: OrganisationSearchFilter, $asOf: Date, $sort: OrganisationSort, $hitFilter: SearchFilter,
  $types: [FoundType!], $hitSort: SearchSort, $for: ID!, $context: PartnerContext, $brief: String, $objectives: [Int!],
  $found: String, $organisations: String, $partners: String
) {
  search(text: $text, filter: $hitFilter, types: $types, sort: $hitSort, after: $found) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor }
  }
  searchOrganisations(text: $text, filter: $filter, asOf: $asOf, sort: $sort, after: $organisations) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor }
  }
  findPartners(for: $for, brief: $brief, objectives: $objectives, context: $context, after: $partners) {
    edges { cursor node { organisation { id } score } } pageInfo { hasNextPage endCursor }
  }
}`;

const METRICS = `query (
  $filter: OrganisationSearchFilter, $edgeTypes: [TieKind!], $includeInherited: Boolean!, $asOf: Date, $members: ID
) {
  networkMetrics(filter: $filter, edgeTypes: $edgeTypes, includeInherited: $includeInherited, asOf: $asOf, forMembersOf: $members) {
    asOf nodeCount tieCount derivedTieCount inheritedTieCount density reciprocity componentCount communityCount modularity
    nodes {
      totalCount
      edges {
        cursor
        node { id degree closeness betweenness eigenvector pageRank community x y node { id } }
      }
    }
    isolates { totalCount edges { cursor node { id } } }
    bridges { totalCount edges { cursor node { source target } } }
  }
  networkGraph(filter: $filter, edgeTypes: $edgeTypes, includeInherited: $includeInherited, asOf: $asOf) {
    gexf: file(format: GEXF) { text }
    places { id x y }
  }
}`;

/** For all at once, so that a generated network seldom has nothing to say. */
const ALL_PARTNERS = `query {
  ${IDS.org
    .map(
      (id, at) => `p${at}: findPartners(for: "${id}", context: ANY) {
        edges { cursor node { score organisation { id } reasons { kind values weight sentence }
        introduction { steps { from { id } to { id } kind reason } } } }
      }`,
    )
    .join("\n")}
}`;

const question = fc.record({
  text: fc.constantFrom(null, null, "organisation", "organisation 3", "orgnisation 5", "gruop"),
  filter,
  hitFilter,
  types: fc.constantFrom(null, null, ["MEETING", "WORKING_GROUP"], ["PRACTICE"]),
  hitSort: fc.constantFrom("RELEVANCE", "NAME", "LATEST", "EARLIEST"),
  sort: fc.constantFrom("RELEVANCE", "NAME", "RECENTLY_CONFIRMED", "NEWEST"),
  first: fc.integer({ min: 1, max: 10 }),
  of: fc.constantFrom(...IDS.org, ...IDS.grp, ...IDS.net, ...IDS.prc),
  hops: fc.integer({ min: 1, max: 3 }),
  ...followed,
  asOf,
  budget: fc.constantFrom(3, 6, 250),
  to: fc.constantFrom(...IDS.org, ...IDS.grp, ...IDS.net, ...IDS.prc),
  place: fc.constantFrom(...IDS.grp, ...IDS.mtg),
  members: fc.constantFrom(null, ...IDS.net),
  for: fc.constantFrom(...IDS.org),
  brief: fc.constantFrom(null, "legal aid or housing in Kenya", "organisation"),
  objectives: fc.option(fc.subarray(OBJECTIVES, { minLength: 1 })),
  context: fc.constantFrom("DIFFERENT_COUNTRY", "SAME_COUNTRY", "ANY"),
});

async function ask(harness: Harness, asked: object, viewer: Viewer | null) {
  const answer = await harness.execute(EVERYTHING, { viewer, ...asked });
  // They stand in the order in which their fields were done.
  const errors = answer.errors?.toSorted((one, other) => one.message.localeCompare(other.message));
  const { search, searchOrganisations, findPartners } = answer.data;
  const behind = await harness.execute(BEHIND, {
    ...{ viewer, ...asked, found: search?.pageInfo.endCursor },
    organisations: searchOrganisations?.pageInfo.endCursor,
    partners: findPartners?.pageInfo.endCursor,
  });
  const partners = await harness.execute(ALL_PARTNERS, { viewer });
  return { ...answer, errors, behind, partners };
}

/** Every string of an answer, with what its cursors hold. */
function wordsOf(answer: object): string {
  const text = JSON.stringify(answer);
  const cursors = [...text.matchAll(/"(?:cursor|endCursor)":"([^"]+)"/g)];
  return [text, ...cursors.map(([, cursor = ""]) => Buffer.from(cursor, "base64url"))].join("\n");
}

it("answers as if what is hidden from the viewer were not there", async () => {
  const questions = fc.array(question, { minLength: 2, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(
      network,
      viewer,
      fc.tuple(telling, questions),
      async (told, who, [how, asked]) => {
        const model = new NetworkModel(told, who);
        const reduced = model.withoutHidden();
        await tellers[0].tell(told, how);
        await tellers[1].tell(reduced, how);
        const ids = changesOf(told).map(({ id }) => id);
        const kept = new Set(changesOf(reduced).map(({ id }) => id));
        for (const one of asked) {
          const answer = await ask(whole, { ...one, ids }, who);
          expect(answer).toEqual(await ask(rest, { ...one, ids }, who));
          const words = wordsOf(answer);
          for (const id of ids) if (!kept.has(id)) expect(words).not.toContain(id);
          const found = answer.data.nodes.filter((node: object | null) => node !== null);
          expect(found).toHaveLength([...kept].filter((id) => kindOf(id) !== null).length);
        }
      },
    ),
    runs(15),
  );
}, 180_000);

it("computes metrics as if what is hidden from the viewer were not there", async () => {
  await fc.assert(
    fc.asyncProperty(
      network,
      viewer,
      fc.tuple(telling, question),
      async (told, who, [how, asked]) => {
        const reduced = new NetworkModel(told, who).withoutHidden();
        await tellers[0].tell(told, how);
        await tellers[1].tell(reduced, how);
        const [answer, expected] = await Promise.all(
          [whole, rest].map((harness) => harness.execute(METRICS, { viewer: who, ...asked })),
        );
        expect(answer).toEqual(expected);
        const words = wordsOf(answer ?? {});
        const kept = new Set(changesOf(reduced).map(({ id }) => id));
        for (const { id } of changesOf(told)) if (!kept.has(id)) expect(words).not.toContain(id);
      },
    ),
    runs(10),
  );
}, 120_000);
