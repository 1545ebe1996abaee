import { graphql, printType } from "graphql";
import { Args, Directive, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { buildSubgraph } from "../subgraph/subgraph.ts";
import { type Connection as Page, Connection, ConnectionArgs, connectionOf } from "./connection.ts";

@ObjectType("Own")
@Directive('@key(fields: "id")')
class Own {
  @Field(() => ID)
  id!: string;
}

@ObjectType("Foreign")
@Directive('@key(fields: "id", resolvable: false)')
class Foreign {
  @Field(() => ID)
  id!: string;
}

const OwnConnection = connectionOf(() => Own, { name: "Own" });
const ForeignConnection = connectionOf(() => Foreign, { name: "Foreign", foreign: true });

let counted = 0;
const pageOf = <T>(nodes: T[]): Page<T> =>
  new Connection(
    nodes.map((node, index) => ({ cursor: `c${index}`, node })),
    { hasNextPage: false, endCursor: null },
    () => Promise.resolve(++counted),
  );

@Resolver()
class ListResolver {
  @Query(() => OwnConnection, { nullable: true })
  own(@Args(() => ConnectionArgs) { first, after }: ConnectionArgs): Page<Own> {
    return pageOf([Object.assign(new Own(), { id: `${first} after ${String(after)}` })]);
  }

  @Query(() => ForeignConnection, { nullable: true })
  foreign(@Args(() => ConnectionArgs) _: ConnectionArgs): Page<Foreign | null> {
    return pageOf(["f1", "f2"]).map((id) =>
      id === "f1" ? null : Object.assign(new Foreign(), { id }),
    );
  }
}

const schema = buildSubgraph({ resolvers: [new ListResolver()], entities: {} });
const bare = (name: string) => {
  const type = schema.getType(name);
  return type ? printType(type).replace(/\s*"""[^]*?"""/g, "") : null;
};
const ask = (source: string) => graphql({ schema, source, contextValue: {} });

it("makes the types of a list of its own, whose nodes are there", () => {
  expect(bare("OwnConnection")).toContain("edges: [OwnEdge!]!\n  nodes: [Own!]!");
  expect(bare("OwnEdge")).toContain("node: Own!");
});

it("makes those of a list of foreign entities, of which each may be gone", () => {
  expect(bare("ForeignConnection")).toContain("edges: [ForeignEdge!]!\n  nodes: [Foreign]!");
  expect(bare("ForeignEdge")).toContain("node: Foreign\n");
});

it("takes twenty unless told, and counts only when it is asked", async () => {
  const { data } = await ask(`{ own { nodes { id } edges { cursor } pageInfo { hasNextPage } } }`);
  expect(data?.["own"]).toEqual({
    nodes: [{ id: "20 after undefined" }],
    edges: [{ cursor: "c0" }],
    pageInfo: { hasNextPage: false },
  });
  expect(counted).toBe(0);
  await ask(`{ own(first: 3, after: "x") { nodes { id } totalCount } }`);
  expect(counted).toBe(1);
});

it("keeps place and count of nodes that are put in the place of others", async () => {
  const { data, errors } = await ask(`{ foreign { nodes { id } edges { cursor } totalCount } }`);
  expect(errors).toBeUndefined();
  expect(data?.["foreign"]).toMatchObject({
    nodes: [null, { id: "f2" }],
    edges: [{ cursor: "c0" }, { cursor: "c1" }],
    totalCount: 2,
  });
});
