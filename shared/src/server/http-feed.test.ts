import { buildSchema } from "graphql";
import { invalid } from "../errors.ts";
import { type ChangeFeed, FROM_THE_START } from "../outbox/change-feed.ts";
import { FakeFeed } from "../testing/fake-feed.ts";
import { HttpFeed } from "./http-feed.ts";
import { createSubgraphServer, type ServedService } from "./subgraph-server.ts";

const SECRET = "a secret of at least thirty-two bytes";
const log = { info: () => undefined, error: () => undefined };

/** The feed of a service that listens on a port of its own. */
async function serve(feed: ChangeFeed) {
  const service: ServedService = {
    source: feed.source,
    schema: buildSchema("type Query { nothing: String }"),
    createContext: (viewer, requestId) => ({
      ...{ viewer, requestId, loaders: {} },
      createLoaders: () => ({}),
    }),
    isReady: () => Promise.resolve(true),
    changesAfter: (position, limit) => feed.changesAfter(position, limit),
    claims: () => Promise.resolve({}),
  };
  const server = await createSubgraphServer({ service, secrets: { secret: SECRET }, log });
  const url = await server.listen({ port: 0, host: "127.0.0.1" });
  return { url, close: () => server.close() };
}

it("gives over HTTP what the feed gives in process, tombstones too", async () => {
  const told = new FakeFeed("things");
  told.tell([
    { type: "Thing", id: "t1", payload: { name: "Ünï \u2028 'x'", list: [1, null] } },
    { type: "Thing", id: "t2", payload: null },
    { type: "Other", id: "o1", payload: {} },
  ]);
  const { url, close } = await serve(told);
  const feed = new HttpFeed({ source: "things", url, secret: SECRET });
  const pages = [await feed.changesAfter(FROM_THE_START, 2)];
  pages.push(await feed.changesAfter(pages[0]?.position ?? "", 2));
  pages.push(await feed.changesAfter(pages[1]?.position ?? "", 2));
  await close();
  expect(pages[0]).toEqual(await told.changesAfter(FROM_THE_START, 2));
  expect(pages.map(({ changes }) => changes.length)).toEqual([2, 1, 0]);
  expect(pages[2]?.position).toBe(pages[1]?.position);
});

it("fails when it is refused, when the position is none, and when nobody answers", async () => {
  const refusing: ChangeFeed = {
    source: "things",
    changesAfter: () => Promise.reject(invalid("after", "no position")),
  };
  const { url, close } = await serve(refusing);
  const read = (options: Partial<{ secret: string; source: string }> = {}) =>
    new HttpFeed({ source: "things", url, secret: SECRET, ...options }).changesAfter("0:0", 1);
  await expect(read()).rejects.toThrow("things answered 400 to /internal/changes");
  await expect(read({ secret: SECRET.toUpperCase() })).rejects.toThrow("answered 401");
  await expect(read({ source: "others" })).rejects.toThrow("answered 401");
  await close();
  await expect(read()).rejects.toThrow();
});
