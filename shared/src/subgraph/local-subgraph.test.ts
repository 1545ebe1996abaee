import { GraphQLError, parse } from "graphql";
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { invalid } from "../errors.ts";
import { DateScalar, DateTimeScalar } from "../scalars.ts";
import { buildViewer } from "../testing/viewers.ts";
import type { Viewer } from "../viewer.ts";
import { LocalSubgraph } from "./local-subgraph.ts";
import type { ServiceContext } from "./service-context.ts";
import { buildSubgraph } from "./subgraph.ts";
import type { SubgraphCall } from "./subgraph-call.ts";

@ObjectType("Probe")
class Probe {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  moment!: Date;

  /** Never there, though the schema says so: a bug. */
  @Field(() => String)
  missing!: string;
}

interface Counting {
  readonly made: number;
}
type Context = ServiceContext<Counting>;

@Resolver()
class ProbeResolver {
  @Query(() => Int, { nullable: true })
  loadersMade(@Ctx() { loaders }: Context): number {
    return loaders.made;
  }

  @Mutation(() => Int, { nullable: true })
  change(@Ctx() { loaders }: Context): number {
    return loaders.made;
  }

  @Mutation(() => Probe, { nullable: true })
  makeProbe(@Arg("day", () => DateScalar) day: string): Probe {
    return Object.assign(new Probe(), { id: day, moment: new Date(0) });
  }

  @Query(() => String, { nullable: true })
  who(@Ctx() { viewer }: Context): string | null {
    return viewer?.id ?? null;
  }

  @Query(() => Int, { nullable: true })
  twice(@Arg("number", () => Int, { defaultValue: 21 }) number: number): number {
    return number * 2;
  }

  @Query(() => String, { nullable: true })
  day(@Arg("day", () => DateScalar) day: string): string {
    return day;
  }

  @Query(() => Probe, { nullable: true })
  probe(@Arg("broken", () => Boolean, { nullable: true }) broken: boolean | null): Probe {
    return Object.assign(new Probe(), { id: "p", moment: new Date(broken ? NaN : 0) });
  }

  @Query(() => String, { nullable: true })
  refuses(): string {
    throw invalid("field", "On purpose");
  }

  @Query(() => String, { nullable: true })
  fails(): string {
    throw new TypeError("secret detail");
  }

  @Query(() => String, { nullable: true })
  failsInGraphql(): string {
    throw new GraphQLError("secret of a library");
  }
}

const schema = buildSubgraph<Context>({ resolvers: [new ProbeResolver()], entities: {} });

function build() {
  let made = 0;
  const createLoaders = () => ({ made: ++made });
  const createContext = jest.fn((viewer: Viewer | null, requestId: string) => ({
    viewer,
    requestId,
    loaders: createLoaders(),
    createLoaders,
  }));
  const logged: object[] = [];
  const log = { error: (details: object) => logged.push(details) };
  const subgraph = new LocalSubgraph({ schema, createContext, log });
  const call = (query: string, more: Partial<SubgraphCall> = {}) =>
    subgraph.execute({
      document: parse(query),
      viewer: null,
      requestId: "req-1",
      requestScope: {},
      ...more,
    });
  return { call, createContext, logged };
}

type Answer = Awaited<ReturnType<ReturnType<typeof build>["call"]>>;
const codes = ({ errors }: Answer) => errors?.map(({ extensions }) => extensions["code"]);
const INTERNAL = "INTERNAL_SERVER_ERROR";

describe("what the calls of a client's request share", () => {
  it("is one context with its loaders; another request has its own", async () => {
    const { call, createContext } = build();
    const requestScope = {};
    const both = await Promise.all([
      call("{ loadersMade }", { requestScope }),
      call("{ a: loadersMade b: loadersMade }", { requestScope }),
    ]);
    expect(both.map(({ data }) => data)).toEqual([{ loadersMade: 1 }, { a: 1, b: 1 }]);
    expect((await call("{ loadersMade }")).data).toEqual({ loadersMade: 2 });
    expect(createContext).toHaveBeenCalledTimes(2);
  });

  it("is read anew after each mutation field, and by the calls behind it", async () => {
    const { call } = build();
    const requestScope = {};
    const { data } = await call("mutation { a: change b: change }", { requestScope });
    expect(data).toEqual({ a: 1, b: 2 });
    expect((await call("{ loadersMade }", { requestScope })).data).toEqual({ loadersMade: 3 });
  });

  it("has the viewer of the request", async () => {
    const { call } = build();
    const viewer = buildViewer({ id: "acc_ada" });
    expect((await call("{ who }", { viewer })).data).toEqual({ who: "acc_ada" });
    expect((await call("{ who }")).data).toEqual({ who: null });
  });
});

describe("operations", () => {
  it("are kept by their text, so that a known one is not read again", async () => {
    const { call } = build();
    const query = "query ($number: Int!) { twice(number: $number) }";
    expect((await call(query, { query, variables: { number: 4 } })).data).toEqual({ twice: 8 });
    const unread = { kind: "Document", definitions: [] } as unknown as SubgraphCall["document"];
    const again = await call(query, { query, document: unread, variables: { number: 5 } });
    expect(again.data).toEqual({ twice: 10 });
  });

  it("are told apart by name in one document", async () => {
    const { call } = build();
    const document = "query A { twice } query B { who }";
    expect((await call(document, { operationName: "A" })).data).toEqual({ twice: 42 });
    expect((await call(document, { operationName: "B" })).data).toEqual({ who: null });
  });

  it.each([
    ["{ twice }", undefined, 42],
    ["query ($n: Int) { twice(number: $n) }", undefined, 42],
    ["query ($n: Int = 4) { twice(number: $n) }", undefined, 8],
    ["query ($n: Int! = 4) { twice(number: $n) }", undefined, 8],
    ["query ($n: Int! = 4) { twice(number: $n) }", { n: 5 }, 10],
  ])("take defaults as the specification says: %s", async (query, variables, twice) => {
    const answer = await build().call(query, variables ? { variables } : {});
    expect(answer).toEqual({ data: { twice } });
  });

  it("may ask for the schema", async () => {
    const { data } = await build().call("{ __schema { queryType { name } } _service { sdl } }");
    expect(data).toMatchObject({
      __schema: { queryType: { name: "Query" } },
      _service: { sdl: expect.stringContaining("type Probe") },
    });
  });
});

describe("errors", () => {
  it.each([
    ["{ nothing }", {}],
    ['{ twice(number: "x") }', {}],
    ["{ twice(number: null) }", {}],
    ["{ day }", {}],
    ['{ day(day: "nonsense") }', {}],
    ['mutation { makeProbe(day: "2020-13-01") { id } change }', {}],
    ["query ($n: Int!) { twice(number: $n) }", {}],
    ["query ($n: Int!) { twice(number: $n) }", { n: "x" }],
    ["query ($n: Int) { twice(number: $n) }", { n: null }],
    ["query ($n: Int = 4) { twice(number: $n) }", { n: null }],
    ["query ($d: Date!) { day(day: $d) }", { d: "nonsense" }],
    ["query ($d: Date!) { day(day: $d) }", { d: 5 }],
  ])("are BAD_USER_INPUT where the request is at fault: %s %j", async (query, variables) => {
    const { call, logged } = build();
    const answer = await call(query, { variables });
    expect(codes(answer)).toEqual(["BAD_USER_INPUT"]);
    expect(answer.errors?.[0]?.message).not.toBe("Internal error");
    expect(logged).toEqual([]);
  });

  it("keep a mutation from being run at all where any part of it does not fit", async () => {
    const { call, createContext } = build();
    const query = 'mutation { change makeProbe(day: "2020-13-01") { id } }';
    const { data } = await call(query);
    expect(data).toBeUndefined();
    const [made] = createContext.mock.results;
    expect(made?.value).toMatchObject({ loaders: { made: 1 } });
  });

  // A variable with a default that may not be null is run by graphql-js, the others compiled.
  const engines = [
    ["compiled", "query"],
    ["by graphql-js", "query ($n: Int! = 1)"],
  ] as const;
  const used = (head: string) => (head === "query" ? "" : " twice(number: $n)");

  it.each(engines)("thrown on purpose pass whole, %s", async (_, head) => {
    const { call, logged } = build();
    const { errors } = await call(`${head} { refuses${used(head)} }`);
    expect(errors).toMatchObject([{ message: "On purpose", path: ["refuses"] }]);
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "field" });
    expect(logged).toEqual([]);
  });

  it.each(engines)("of ours are masked and logged, %s", async (_, head) => {
    for (const [field, cause] of [
      ["fails", "secret detail"],
      ["probe { missing }", "non-nullable field Probe.missing"],
      ["probe(broken: true) { moment }", "invalid Date"],
      ["failsInGraphql", "secret of a library"],
    ]) {
      const { call, logged } = build();
      const answer = await call(`${head} { ${field ?? ""}${used(head)} }`);
      expect(answer.errors).toMatchObject([{ message: "Internal error" }]);
      expect(answer.errors?.[0]?.extensions).toEqual({ code: INTERNAL, requestId: "req-1" });
      expect(logged).toMatchObject([{ requestId: "req-1" }]);
      expect(String((logged[0] as { err: unknown }).err)).toContain(cause);
    }
  });

  it("of one field leave the others their values", async () => {
    const { data, errors } = await build().call("{ fails who twice }");
    expect([data, errors?.length]).toEqual([{ fails: null, who: null, twice: 42 }, 1]);
  });
});
