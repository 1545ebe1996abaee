import type { FastifyInstance } from "fastify";
import { Query, Resolver } from "type-graphql";
import { CALL_HEADER, signCall } from "../call-signature.ts";
import { limitExceeded, notFound } from "../errors.ts";
import { buildSubgraph } from "../subgraph/subgraph.ts";
import type { UploadEnd, UploadLink, UploadPart } from "../upload/uploads.ts";
import { createSubgraphServer } from "./subgraph-server.ts";
import { END_PATH, LINK_PATH, partPath } from "./upload-routes.ts";

@Resolver()
class NothingResolver {
  @Query(() => String, { nullable: true })
  nothing(): null {
    return null;
  }
}

const SECRET = "a secret of at least thirty-two bytes";
const link = { id: "imp_1", token: "secret&token", upload: "try 1" };
type Told = UploadLink | UploadPart | UploadEnd;
const taken: Told[] = [];
let refuse: (() => Error) | null = null;
const take = (what: Told): Promise<void> => {
  if (refuse) return Promise.reject(refuse());
  taken.push(what);
  return Promise.resolve();
};
const logged: object[] = [];
const log = {
  info: (details: object) => void logged.push(details),
  error: (details: object) => void logged.push(details),
};

let server: FastifyInstance;
beforeAll(async () => {
  const service = {
    source: "things",
    schema: buildSubgraph({ resolvers: [new NothingResolver()], entities: {} }),
    createContext: () => ({ viewer: null, requestId: "", loaders: {}, createLoaders: () => ({}) }),
    isReady: () => Promise.resolve(true),
    changesAfter: () => Promise.resolve({ changes: [], position: "", whole: true }),
    claims: () => Promise.resolve({}),
    uploads: { check: take, put: take, finish: take },
  };
  server = await createSubgraphServer({ service, secrets: { secret: SECRET }, log });
});
afterAll(() => server.close());
beforeEach(() => {
  refuse = null;
  taken.length = 0;
  logged.length = 0;
});

interface Sent {
  readonly path?: string;
  readonly signed?: Uint8Array | string;
  readonly body?: Buffer | string;
}
/** Signed as what it is, unless told. */
async function send({ path, body = Buffer.from([0, 255, 10]), signed = body }: Sent = {}) {
  const url = path ?? partPath({ ...link, position: 3 });
  const call = { audience: "things", method: "POST", path: url, body: signed } as const;
  const header = signCall({ ...call, secret: SECRET, viewer: null, requestId: "upload-imp_1" });
  const type = typeof body === "string" ? "application/json" : "application/octet-stream";
  const headers = { [CALL_HEADER]: header, "content-type": type };
  const { statusCode, body: text } = await server.inject({ method: "POST", url, body, headers });
  return [statusCode, text === "" ? null : (JSON.parse(text) as unknown)];
}

it("answers whether a link is good, before anything is sent by it", async () => {
  const { id, token } = link;
  const ask = () => send({ path: LINK_PATH, body: JSON.stringify({ id, token }) });
  expect(await ask()).toEqual([204, null]);
  expect(taken).toEqual([{ id, token }]);
  refuse = () => notFound("Upload", id);
  expect(await ask()).toEqual([422, expect.objectContaining({ code: "NOT_FOUND" })]);
});

it("takes the bytes of a part as they are, and the end of a file", async () => {
  expect(await send()).toEqual([204, null]);
  const end = { ...link, parts: 4, size: 3_145_731 };
  expect(await send({ path: END_PATH, body: JSON.stringify(end) })).toEqual([204, null]);
  expect(taken).toEqual([{ ...link, position: 3, bytes: Buffer.from([0, 255, 10]) }, end]);
});

it("takes no part that is not signed, or that is another than was signed", async () => {
  const headers = { "content-type": "application/octet-stream" };
  const path = partPath({ ...link, position: 0 });
  const bare = await server.inject({ method: "POST", url: path, body: Buffer.from("a"), headers });
  expect(bare.statusCode).toBe(401);
  const [status] = await send({ signed: Buffer.from([0, 255, 11]) });
  expect(status).toBe(401);
  expect(taken).toEqual([]);
});

it("refuses what is no part and no end", async () => {
  const unreadable = [400, { code: "BAD_USER_INPUT", message: expect.any(String) }];
  expect(await send({ path: partPath({ ...link, position: -1 }) })).toEqual(unreadable);
  expect(await send({ body: "{}" })).toEqual(unreadable);
  expect(await send({ path: END_PATH, body: JSON.stringify(link) })).toEqual(unreadable);
  expect(await send({ path: LINK_PATH, body: "{}" })).toEqual(unreadable);
  expect(taken).toEqual([]);
});

it("says why a file is refused, and of anything unexpected nothing", async () => {
  refuse = () => limitExceeded("Too large");
  expect(await send()).toEqual([422, { code: "LIMIT_EXCEEDED", message: "Too large" }]);
  refuse = () => new TypeError("secret detail");
  const [status, answer] = await send();
  expect([status, JSON.stringify(answer)]).toEqual([500, expect.not.stringContaining("secret")]);
  expect(logged).toHaveLength(1);
});

it("writes no token down, whatever goes wrong", async () => {
  const path = partPath({ ...link, token: "canary", position: 0 });
  const [unsigned] = await send({ path, signed: "otherwise" });
  refuse = () => new TypeError("a fault");
  const [failed] = await send({ path });
  expect([unsigned, failed]).toEqual([401, 500]);
  const where = { path: "/internal/uploads/part" };
  expect(logged).toEqual([expect.objectContaining(where), expect.objectContaining(where)]);
  expect(JSON.stringify(logged)).not.toContain("canary");
});
