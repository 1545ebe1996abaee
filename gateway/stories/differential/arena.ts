import { composeServices } from "@apollo/composition";
import { execute, type ExecutionResult, type GraphQLSchema, parse } from "graphql";
import { createGateway } from "../../src/gateway.ts";
import { noTokens } from "../anonymous.ts";
import { reach, type Transport } from "../transports.ts";
import { attachMergedResolvers } from "./merged.ts";
import type { RandomQuery } from "./query-writer.ts";
import { buildStorySubgraph, type Stage } from "./subgraphs.ts";
import { type Fate, World } from "./world.ts";

export interface Arena {
  /** The graph without federation, with the resolvers of the reference. */
  readonly schema: GraphQLSchema;
  /** The same query on the same world, answered by the reference and by the gateway. */
  readonly run: (query: RandomQuery, fate: Fate) => Promise<Both>;
  readonly close: () => Promise<void>;
}

export interface Both {
  readonly expected: ExecutionResult;
  readonly received: ExecutionResult;
  /** Mutation fields that were executed, in their order. */
  readonly changes: { readonly expected: readonly string[]; readonly received: readonly string[] };
}

export async function openArena(transport: Transport): Promise<Arena> {
  const stage: Stage = { world: new World({ seed: 0, missing: 0, nulls: 0, errors: 0 }) };
  const services = ["people", "events"].map((name) => buildStorySubgraph(name, stage));
  const composed = composeServices(
    services.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: "" })),
  );
  if (composed.errors) throw new AggregateError(composed.errors, "The story does not compose");
  const schema = composed.schema.toAPISchema().toGraphQLJSSchema();
  attachMergedResolvers(schema, services, stage);
  const { subgraphs, close } = await reach(services, transport);
  const gateway = await createGateway({
    supergraph: composed.supergraphSdl,
    subgraphs,
    claims: {},
    tokens: noTokens,
    log: { error: () => undefined },
    limits: { aliases: 1_000, directives: 1_000, breadth: 1_000 },
  });
  const run = async (query: RandomQuery, fate: Fate): Promise<Both> => {
    stage.world = new World(fate);
    const expected = await askReference(schema, query);
    const { world } = stage;
    stage.world = new World(fate);
    const received = await ask(gateway.fetch, query);
    return {
      expected,
      received,
      changes: { expected: world.changes, received: stage.world.changes },
    };
  };
  return { schema, run, close };
}

async function askReference(schema: GraphQLSchema, random: RandomQuery): Promise<ExecutionResult> {
  const { query, variables: variableValues, operationName = null } = random;
  return execute({ schema, document: parse(query), variableValues, operationName });
}

async function ask(
  send: (request: Request) => Promise<Response>,
  query: RandomQuery,
): Promise<ExecutionResult> {
  const response = await send(
    new Request("http://gateway/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(query),
    }),
  );
  return (await response.json()) as ExecutionResult;
}
