import type { FastifyInstance, InjectOptions } from "fastify";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { CALL_HEADER, type CallToSign, signCall } from "../call-signature.ts";
import { invalid } from "../errors.ts";
import type { ServiceContext } from "../subgraph/service-context.ts";
import { buildSubgraph } from "../subgraph/subgraph.ts";
import { buildViewer } from "../testing/viewers.ts";
import type { Viewer } from "../viewer.ts";
import { createSubgraphServer, type ServedService } from "./subgraph-server.ts";

@ObjectType("Served")
@Directive('@key(fields: "id")')
class Served {
  @Field(() => ID)
  id!: string;
}

@Resolver()
class ServedResolver {
  @Query(() => String, { nullable: true })
  who(@Ctx() { viewer, requestId }: ServiceContext): string {
    return `${viewer?.id ?? "nobody"} in ${requestId}`;
  }

  @Query(() => String, { nullable: true })
  refuses(): string {
    throw invalid("title", "On purpose");
  }

  @Query(() => Served, { nullable: true })
  fails(): Served {
    throw new TypeError("secret detail");
  }

  @Mutation(() => Number, { nullable: true })
  change(@Arg("by", () => Number) by: number): number {
    return by;
  }
}

const schema = buildSubgraph({
  resolvers: [new ServedResolver()],
  entities: { Served: ({ id }: { id: string }) => Object.assign(new Served(), { id }) },
});

const SECRET = "a secret of at least thirty-two bytes";
const SERVED = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Served { id } } }`;

const logged: object[] = [];
const log = {
  info: (details: object) => void logged.push(details),
  error: (details: object) => void logged.push(details),
};
let ready = true;
let changes: ServedService["changesAfter"] = (position, limit) =>
  Promise.resolve({ changes: [], position: `${position}/${limit}`, whole: true });

const service: ServedService = {
  source: "things",
  schema,
  createContext: (viewer: Viewer | null, requestId: string) => ({
    ...{ viewer, requestId, loaders: {} },
    createLoaders: () => ({}),
  }),
  isReady: () => Promise.resolve(ready),
  changesAfter: (position, limit) => changes(position, limit),
  claims: (person) => Promise.resolve({ organisations: [{ id: person, role: "OWNER" }] }),
};

let server: FastifyInstance;
beforeAll(async () => {
  server = await createSubgraphServer({ service, secrets: { secret: SECRET }, log });
});
afterAll(() => server.close());
beforeEach(() => {
  logged.length = 0;
});

const sign = (call: Pick<CallToSign, "method" | "path"> & Partial<CallToSign>) =>
  signCall({ secret: SECRET, audience: "things", viewer: null, requestId: "req-9", ...call });

const bodyOf = (query: string, variables: object = {}) => JSON.stringify({ query, variables });

const post = (body: string, header: string | undefined, more: InjectOptions = {}) =>
  server.inject({
    method: "POST",
    url: "/graphql",
    body,
    headers: {
      "content-type": "application/json",
      ...(header !== undefined && { [CALL_HEADER]: header }),
    },
    ...more,
  });
const signedPost = (body: string, more: Partial<CallToSign> = {}) =>
  post(body, sign({ method: "POST", path: "/graphql", body, ...more }));
const get = (path: string, header?: string) =>
  server.inject({
    method: "GET",
    url: path,
    headers: header === undefined ? {} : { [CALL_HEADER]: header },
  });
const signedGet = (path: string) => get(path, sign({ method: "GET", path }));

const REFUSAL = {
  errors: [{ message: "Only the gateway may call this", extensions: { code: "UNAUTHENTICATED" } }],
};

function expectRefused(response: { statusCode: number; body: string }, reason: string): void {
  expect([response.statusCode, JSON.parse(response.body)]).toEqual([401, REFUSAL]);
  expect(logged.at(-1)).toMatchObject({ reason });
}

describe("a signed call", () => {
  it("is answered for its viewer and request, by POST and by GET", async () => {
    const viewer = buildViewer({ id: "acc_ada" });
    const posted = await signedPost(bodyOf("{ who }"), { viewer });
    expect(posted.json()).toEqual({ data: { who: "acc_ada in req-9" } });
    const path = `/graphql?query=${encodeURIComponent("{ who }")}`;
    expect((await signedGet(path)).json()).toEqual({ data: { who: "nobody in req-9" } });
  });

  it("may ask for entities and the SDL", async () => {
    const keys = [{ __typename: "Served", id: "s1" }];
    const entities = await signedPost(bodyOf(SERVED, { keys }));
    expect(entities.json()).toEqual({ data: { _entities: [{ id: "s1" }] } });
    const sdl = await signedPost(bodyOf("{ _service { sdl } }"));
    expect(sdl.body).toContain("type Served");
  });

  it("changes nothing by GET", async () => {
    const path = `/graphql?query=${encodeURIComponent("mutation { change(by: 1) }")}`;
    expect((await signedGet(path)).statusCode).toBe(405);
  });

  it("shows the errors thrown on purpose, and masks all others as in process", async () => {
    const refused = await signedPost(bodyOf("{ refuses }"));
    expect(refused.json()).toMatchObject({
      data: { refuses: null },
      errors: [{ message: "On purpose", extensions: { code: "BAD_USER_INPUT", field: "title" } }],
    });
    for (const query of ["{ nothing }", "{", "query ($n: Float!) { who }"]) {
      const wrong = await signedPost(bodyOf(query));
      expect(wrong.statusCode).toBe(200);
      expect(wrong.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
    }
    expect(logged).toEqual([]);
    const failed = await signedPost(bodyOf("{ fails { id } }"));
    expect(failed.body).not.toContain("secret");
    expect(failed.json()).toMatchObject({
      data: { fails: null },
      errors: [
        {
          message: "Internal error",
          extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "req-9" },
        },
      ],
    });
    expect(logged).toMatchObject([{ requestId: "req-9", err: { message: "secret detail" } }]);
  });

  it("may be large, up to eight megabytes", async () => {
    const keys = [{ __typename: "Served", id: "x".repeat(7_000_000) }];
    expect((await signedPost(bodyOf(SERVED, { keys }))).statusCode).toBe(200);
    const body = bodyOf(SERVED, { keys: [{ id: "x".repeat(9_000_000) }] });
    expect((await signedPost(body)).statusCode).toBe(413);
  });

  it("must be JSON", async () => {
    expect((await signedPost("{ query")).statusCode).toBe(400);
  });
});

describe("a call that is not signed", () => {
  it.each([
    ["a query", bodyOf("{ who }")],
    ["entities", bodyOf(SERVED, { keys: [{ __typename: "Served", id: "s1" }] })],
    ["the SDL", bodyOf("{ _service { sdl } }")],
    ["introspection", bodyOf("{ __schema { types { name } } }")],
    ["no JSON", "{"],
  ])("is refused without a word of why: %s", async (_, body) => {
    expectRefused(await post(body, undefined), "It is not signed");
  });

  it("is refused by GET, HEAD and other methods as well", async () => {
    const paths = ["/graphql?query={who}", "/internal/changes", "/internal/claims?person=per_1"];
    for (const path of paths) {
      expectRefused(await get(path), "It is not signed");
      const head = await server.inject({ method: "HEAD", url: path });
      expect(head.statusCode).toBe(401);
    }
    const put = await server.inject({ method: "PUT", url: "/graphql" });
    expect(put.statusCode).toBe(404);
  });

  it("is refused without a body or with one of another type", async () => {
    expectRefused(await server.inject({ method: "POST", url: "/graphql" }), "It is not signed");
    const headers = { "content-type": "text/plain" };
    const plain = await server.inject({ method: "POST", url: "/graphql", headers, body: "{who}" });
    expect(plain.statusCode).toBe(415);
    expect(plain.body).not.toContain("who");
  });
});

describe("a signature", () => {
  const body = bodyOf("{ who }");
  const good = () => sign({ method: "POST", path: "/graphql", body });

  it("is good for one body, path, method, audience and secret", async () => {
    expectRefused(await post(bodyOf("{ refuses }"), good()), "The body is another");
    const elsewhere = await post(body, good(), { url: "/graphql?x=1" });
    expectRefused(elsewhere, "The path or query string is another");
    const asked = `/graphql?query=${encodeURIComponent("{ who }")}`;
    const changed = await get(`${asked}&variables={}`, sign({ method: "GET", path: asked }));
    expectRefused(changed, "The path or query string is another");
    expectRefused(await get("/graphql", good()), "The method is another");
    const meant = sign({ method: "POST", path: "/graphql", body, audience: "others" });
    expectRefused(await post(body, meant), "It is meant for others");
    const forged = sign({ method: "POST", path: "/graphql", body, secret: SECRET.toUpperCase() });
    expectRefused(await post(body, forged), "The signature does not fit");
  });

  it("is good once", async () => {
    const header = good();
    expect((await post(body, header)).statusCode).toBe(200);
    expectRefused(await post(body, header), "It came before");
  });

  it("of the secret before is good while it is being replaced", async () => {
    const secrets = { secret: "b".repeat(32), previousSecret: SECRET };
    const replacing = await createSubgraphServer({ service, secrets, log });
    const headers = { "content-type": "application/json", [CALL_HEADER]: good() };
    const response = await replacing.inject({ method: "POST", url: "/graphql", body, headers });
    expect(response.statusCode).toBe(200);
    await replacing.close();
  });
});

describe("what services ask of each other", () => {
  it("is told what changed, and whose roles a person has", async () => {
    const told = await signedGet("/internal/changes?after=1:2&limit=3");
    expect(told.json()).toEqual({ changes: [], position: "1:2/3", whole: true });
    const all = await signedGet("/internal/changes");
    expect(all.json()).toEqual({ changes: [], position: "0:0/500", whole: true });
    const claims = await signedGet("/internal/claims?person=per_1");
    expect(claims.json()).toEqual({ organisations: [{ id: "per_1", role: "OWNER" }] });
  });

  it.each(["changes?limit=0", "changes?limit=1001", "changes?limit=x", "claims", "claims?person="])(
    "is refused when it makes no sense: %s",
    async (path) => {
      expect((await signedGet(`/internal/${path}`)).statusCode).toBe(400);
    },
  );

  it("says nothing of what went wrong inside, but logs it", async () => {
    const before = changes;
    changes = () => Promise.reject(new Error("secret detail"));
    const failed = await signedGet("/internal/changes");
    changes = before;
    expect([failed.statusCode, failed.body.includes("secret")]).toEqual([500, false]);
    expect(logged).toMatchObject([{ err: { message: "secret detail" } }]);
    changes = () => Promise.reject(invalid("after", "x is no position in this feed"));
    const wrong = await signedGet("/internal/changes?after=x");
    changes = before;
    expect([wrong.statusCode, wrong.json()]).toEqual([
      400,
      { error: "x is no position in this feed" },
    ]);
  });
});

describe("whoever starts it", () => {
  it("learns without a signature that it lives and whether its database answers", async () => {
    expect((await get("/healthz")).json()).toEqual({ status: "ok" });
    expect((await get("/readyz")).statusCode).toBe(200);
    ready = false;
    const unready = await get("/readyz");
    ready = true;
    expect([unready.statusCode, unready.json()]).toEqual([503, { status: "no database" }]);
  });
});
