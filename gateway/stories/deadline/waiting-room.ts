import { setTimeout as pause } from "node:timers/promises";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type { StorySubgraph } from "../open-gateway.ts";

/** How long the slow one takes, in milliseconds. */
export const SLOW = 1_200;

const DIRECTIVES = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])`;

const build = (name: string, types: string, resolvers: object): StorySubgraph => {
  const sdl = `${DIRECTIVES} ${types}`;
  return {
    name,
    sdl,
    schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: { ...resolvers } }),
  };
};

/** A service that answers at once, and one that takes its time. */
export function waitingRoom(): readonly StorySubgraph[] {
  const quick = build("quick", "type Query { quick: String }", {
    Query: { quick: () => "quick" },
  });
  const slow = build(
    "slow",
    "type Query { slow: String, fast: String } type Mutation { change: String }",
    {
      Query: { slow: () => pause(SLOW, "slow"), fast: () => "fast" },
      Mutation: { change: () => pause(SLOW, "change") },
    },
  );
  return [quick, slow];
}
