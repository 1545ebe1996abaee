import { graphql } from "graphql";
import { Arg, Directive, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { notFound } from "../errors.ts";
import { GraphNode } from "../node.ts";
import { buildSubgraph } from "./subgraph.ts";

@ObjectType("Pebble", { implements: GraphNode, description: "A small stone." })
@Directive('@key(fields: "id")')
class Pebble extends GraphNode {
  @Field(() => String, { description: "Of what it is made." })
  kind!: string;
}

/** Returned by no field. */
@ObjectType("Boulder", { implements: GraphNode })
@Directive('@key(fields: "id")')
class Boulder extends GraphNode {}

class Quarry {
  constructor(readonly kind: string) {}
}

@Resolver(() => Pebble)
class PebbleResolver {
  constructor(private readonly quarry: Quarry) {}

  @Query(() => Pebble, { nullable: true })
  pebble(@Arg("id", () => ID) id: string): Pebble {
    return Object.assign(new Pebble(), { id, kind: this.quarry.kind });
  }
}

const found = new Map([["p1", "granite"]]);
const schema = buildSubgraph({
  resolvers: [new PebbleResolver(new Quarry("slate"))],
  alsoTypes: [Boulder],
  entities: {
    Pebble: ({ id }: { id: string }) => {
      if (id === "broken") throw notFound("Pebble", id);
      const kind = found.get(id);
      return kind ? Object.assign(new Pebble(), { id, kind }) : null;
    },
    Boulder: ({ id }: { id: string }) => Object.assign(new Boulder(), { id }),
  },
});

const entities = (...keys: [type: string, id: string][]) =>
  graphql({
    schema,
    source: `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      __typename ... on Pebble { kind } ... on Boulder { id } } }`,
    variableValues: { keys: keys.map(([__typename, id]) => ({ __typename, id })) },
    contextValue: {},
  });

it("gives resolvers that are built with what they need", async () => {
  const { data } = await graphql({ schema, source: `{ pebble(id: "x") { id kind } }` });
  expect(data).toEqual({ pebble: { id: "x", kind: "slate" } });
});

it("finds entities by their keys, each by its own type, null for what is gone", async () => {
  const { data, errors } = await entities(["Pebble", "p1"], ["Boulder", "b1"], ["Pebble", "gone"]);
  expect(errors).toBeUndefined();
  expect(data?.["_entities"]).toEqual([
    { __typename: "Pebble", kind: "granite" },
    { __typename: "Boulder", id: "b1" },
    null,
  ]);
});

it("lets one key fail alone", async () => {
  const { data, errors } = await entities(["Pebble", "broken"], ["Pebble", "p1"]);
  expect(data?.["_entities"]).toEqual([null, { __typename: "Pebble", kind: "granite" }]);
  expect(errors?.map(({ path }) => path)).toEqual([["_entities", 0]]);
});

it("prints keys, interfaces and descriptions for the composition", async () => {
  const { data } = await graphql({ schema, source: "{ _service { sdl } }" });
  const { sdl } = data?.["_service"] as { sdl: string };
  expect(sdl).toMatch(/"""A small stone."""\s*type Pebble implements Node\s*@key\(fields: "id"\)/);
  expect(sdl).toMatch(/type Boulder implements Node/);
  expect(sdl).toContain("https://specs.apollo.dev/federation/v2.5");
});
