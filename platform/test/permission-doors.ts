import type { Reading } from "./permission-reads.ts";

const COMPUTED = [
  ...[
    "coverage",
    "neighbourhood",
    "networkGraph",
    "findPartners",
    "connect",
    "whoIsMissing",
    "search",
    "healthBoard",
  ],
];
const VOCABULARIES = [
  ...["objectives", "guidingPrinciples", "sustainableDevelopmentGoals", "stakeholderCategories"],
  ...["sectors", "regions", "reviewEvents", "relationshipTypes", "practiceTypes", "unnmWorkplans"],
];

export const isThere = (value: unknown): boolean => value !== null && value !== undefined;

const FEW = `filter: { countries: { anyOf: ["TV"] } }`;

/** What is no record: vocabularies, and what is computed of the whole graph. */
export const doors: Reading = {
  audience: () => [],
  query: ({ id }) => `{
    ${VOCABULARIES.map((name) => `${name} { __typename }`).join("\n")}
    coverage(objectives: [7], countries: ["GB"]) { __typename }
    neighbourhood(of: "${id("organisation")}", hops: 1) { __typename }
    networkGraph(${FEW}) { __typename }
    findPartners(for: "${id("organisation")}", first: 1) { __typename }
    connect(from: "${id("organisation")}", to: "${id("network")}") { __typename }
    whoIsMissing(of: "${id("group")}") { needCount }
    search(first: 1) { totalCount }
    healthBoard(first: 1) { totalCount }
    everybodys: networkMetrics(${FEW}) { __typename }
    members: networkMetrics(${FEW}, forMembersOf: "${id("network")}") { __typename } }`,
  rows: {
    ...Object.fromEntries(
      VOCABULARIES.map((name) => [`Query.${name}: a vocabulary`, (data) => data[name]?.length > 0]),
    ),
    ...Object.fromEntries(
      COMPUTED.map((name) => [
        `Query.${name}: of what the viewer sees`,
        (data) => isThere(data[name]),
      ]),
    ),
    "Query.networkMetrics: computed from what everybody sees": (data) => isThere(data.everybodys),
    "Query.networkMetrics: computed from what members of the network see": (data) =>
      isThere(data.members),
  },
};
