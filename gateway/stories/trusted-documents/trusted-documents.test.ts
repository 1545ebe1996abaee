import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSupergraph } from "../../src/composition/committed.ts";
import { Answering } from "../../src/execution/answering.ts";
import { Planner } from "../../src/execution/planner.ts";
import { defaultLimits } from "../../src/limit/limits.ts";
import {
  documentId,
  manifestOf,
  parseManifest,
  readManifest,
  type Trust,
} from "../../src/operation/trusted-documents.ts";
import { buildLibrary } from "../closed-by-default/library.ts";
import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { makeTokens, type TokenMaker } from "../who-asks/token.ts";

const PAGE = "query Page($first: Int) { books(first: $first) { nodes { title } } }";
const CHANGE = 'mutation Add { addBook(title: "Emma") { title } }';
const BOOKS = { books: { nodes: [{ title: "Persuasion" }] } };

let tokens: TokenMaker;
let gateway: OpenedStory;
beforeAll(async () => {
  tokens = await makeTokens();
});
afterEach(() => gateway.close());

const open = async (trust?: Trust) => {
  gateway = await openGateway({
    services: [buildLibrary().service],
    transport: "in process",
    tokens: tokens.options,
    documents: manifestOf([PAGE, CHANGE]),
    ...(trust && { trust }),
  });
};

const post = (body: object, headers: Record<string, string> = {}) =>
  gateway.send("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

const get = (parameters: Record<string, string>) =>
  gateway.send(`/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers: { "graphql-require-preflight": "true" },
  });

describe("a trusted document", () => {
  it("is asked by its identifier, by POST and by GET, at its cost", async () => {
    await open();
    const asked = await post({ documentId: documentId(PAGE), variables: { first: 4 } });
    expect([asked.status, asked.data, asked.extensions]).toEqual([200, BOOKS, { cost: 55 }]);
    const variables = JSON.stringify({ first: 4 });
    expect((await get({ documentId: documentId(PAGE), variables })).data).toEqual(BOOKS);
    const operationName = "Page";
    expect((await post({ documentId: documentId(PAGE), operationName })).data).toEqual(BOOKS);
  });

  it("changes nothing by GET", async () => {
    await open();
    expect((await get({ documentId: documentId(CHANGE) })).status).toBe(405);
    expect((await post({ documentId: documentId(CHANGE) })).data).toEqual({
      addBook: { title: "Emma" },
    });
  });

  it("is not found by another identifier, which is told by one error", async () => {
    await open();
    for (const id of [documentId("{ __typename }"), documentId(PAGE).slice(7), "", "__proto__"]) {
      const { status, data, errors } = await post({ documentId: id });
      expect([status, data]).toEqual([200, undefined]);
      expect(errors).toEqual([
        {
          message: "There is no document of this documentId",
          extensions: { code: "NOT_FOUND", field: "documentId" },
        },
      ]);
    }
    const accept = "application/graphql-response+json";
    expect((await post({ documentId: "x" }, { accept })).status).toBe(400);
    expect((await post({ documentId: 7 })).status).toBe(400);
    expect((await post({})).status).toBe(400);
  });
});

describe("other documents", () => {
  const OTHER = "{ books { nodes { id } } }";
  const codeOf = async (query: string, headers?: Record<string, string>) =>
    (await post({ query }, headers)).errors?.[0]?.extensions["code"];
  const bearer = async () => ({ authorization: `Bearer ${await tokens.token()}` });

  it("are taken from all unless that is switched off", async () => {
    await open();
    expect(await codeOf(OTHER)).toBeUndefined();
  });

  it("are taken from programs alone with `browsers`: who sends no token could be any page", async () => {
    await open("browsers");
    expect(await codeOf(OTHER)).toBe("FORBIDDEN");
    expect(await codeOf(OTHER, { cookie: "convene.session_token=one" })).toBe("FORBIDDEN");
    expect(await codeOf(OTHER, await bearer())).toBeUndefined();
    expect(await codeOf(PAGE)).toBeUndefined();
    expect((await post({ documentId: documentId(PAGE) })).data).toEqual(BOOKS);
  });

  it("come in by no side door: beside a known identifier, by a hash of their own, by a bad token", async () => {
    await open("browsers");
    const known = documentId(PAGE);
    const sha256Hash = documentId(OTHER).slice("sha256:".length);
    const tries: readonly (readonly [body: object, headers?: Record<string, string>])[] = [
      [{ documentId: known, query: OTHER }],
      [{ documentId: documentId(OTHER), query: OTHER }],
      [{ documentId: [known], query: OTHER }],
      [{ query: OTHER, extensions: { persistedQuery: { version: 1, sha256Hash } } }],
      [{ documentId: known, query: null }],
      [{ query: `${PAGE} ${OTHER.replace("{", "query Other {")}`, operationName: "Other" }],
      [{ query: `${PAGE} # Not as it was` }],
      [{ query: ` ${PAGE}` }],
      [[{ documentId: known }, { query: OTHER }]],
      [{ query: OTHER }, { authorization: "" }],
      [{ query: OTHER }, { authorization: "Basic eDp4" }],
      [{ query: OTHER }, { authorization: "Bearer x.y.z", cookie: "convene.session_token=one" }],
      [{ query: OTHER }, { "x-api-key": "" }],
      [{ query: OTHER }, { "x-api-key": "cnv_x", cookie: "convene.session_token=one" }],
    ];
    for (const [body, headers] of tries) {
      const { status, data, errors } = await post(body, headers);
      expect([JSON.stringify(body), data ?? null]).toEqual([JSON.stringify(body), null]);
      expect(status >= 400 || errors?.length === 1).toBe(true);
    }
    const both = await get({ documentId: known, query: OTHER });
    expect(both.errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  it("are taken from nobody with `only`, and not even read", async () => {
    await open("only");
    expect(await codeOf("}{", await bearer())).toBe("FORBIDDEN");
    expect(await codeOf(OTHER, await bearer())).toBe("FORBIDDEN");
    expect(await codeOf(PAGE, await bearer())).toBeUndefined();
  });
});

describe("the manifest", () => {
  const committed = async () => {
    const supergraph = await readSupergraph();
    const silent = { error: () => undefined };
    const names = [...supergraph.matchAll(/@join__graph\(name: "([\w-]+)"/g)].map(
      ([, name]) => name,
    );
    const subgraphs = Object.fromEntries(
      names.map((name) => [name, { execute: () => Promise.resolve({}) }]),
    );
    const planner = await Planner.open({ supergraph, subgraphs, log: silent });
    return new Answering({ planner, limits: defaultLimits, introspection: false, log: silent });
  };

  it("of the product holds its documents as their files have them, each within the limits", async () => {
    await open();
    const manifest = await readManifest();
    const file = join(import.meta.dirname, "../../../docs/queries/1-query-the-graph.graphql");
    const text = readFileSync(file, "utf8");
    expect(manifest[documentId(text)]).toBe(text);
    const answering = await committed();
    const costs = Object.entries(manifest).map(([id, one]) => answering.trust(id, one));
    for (const [, cost] of costs.flatMap((each) => [...each])) {
      expect(cost).toBeGreaterThan(50);
      expect(cost).toBeLessThan(600_000);
    }
    expect(() => answering.trust("sha256:x", "{ nonsense }")).toThrow(
      /^The trusted document sha256:x is not valid: Cannot query field "nonsense"/,
    );
    const huge =
      "query ($n: Int) { organisations(first: $n) { nodes { partners(first: $n) { nodes { partners(first: $n) { nodes { id } } } } } } }";
    expect(() => answering.trust("sha256:x", huge)).toThrow(/more than 250000 objects/);
  });

  it("is refused where a text is not that of its identifier", async () => {
    await open();
    const wrong = JSON.stringify({ [documentId(PAGE)]: CHANGE });
    expect(() => parseManifest(wrong)).toThrow(/is not the one that it was/);
    expect(() => parseManifest('{"abc":"{ a }"}')).toThrow();
  });
});
