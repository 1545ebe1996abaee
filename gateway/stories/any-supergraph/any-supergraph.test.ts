import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CALL_HEADER } from "@convene/shared/call-signature";
import { createHandler } from "graphql-http/lib/use/http";
import pino from "pino";
import { type RunningGateway, startAlone } from "../../src/alone.ts";
import { composeSupergraph } from "../../src/composition/composition.ts";
import { parseGatewayConfig } from "../../src/config.ts";
import { shop } from "../partial-answer/shop.ts";

const file = join(tmpdir(), `supergraph-${randomUUID()}.graphql`);
const came: { url: string; signed: boolean; cookie: string | undefined }[] = [];
let strangers: Server;
let gateway: RunningGateway;

/** Two services that know nothing of Convene, at paths of one server; and their supergraph. */
beforeAll(async () => {
  const handlers = new Map(
    shop().map(({ name, schema }) => [`/${name}`, createHandler({ schema })]),
  );
  strangers = createServer((request, response) => {
    const { url = "", headers } = request;
    came.push({ url, signed: CALL_HEADER in headers, cookie: headers.cookie });
    const answer = handlers.get(url);
    if (answer) void answer(request, response);
    else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await once(strangers, "listening");
  const { port } = strangers.address() as AddressInfo;
  const { supergraph } = composeSupergraph(
    shop().map(({ name, sdl }) => ({ name, sdl, url: `http://127.0.0.1:${port}/${name}` })),
  );
  await writeFile(file, supergraph);
});

afterAll(async () => {
  strangers.close();
  strangers.closeAllConnections();
  await rm(file, { force: true });
});

const started = async (variables: Record<string, string>): Promise<RunningGateway> => {
  const environment = { PORT: "0", HOST: "127.0.0.1", SUPERGRAPH: file, ...variables };
  gateway = await startAlone(parseGatewayConfig(environment), pino({ level: "silent" }));
  return gateway;
};

async function ask(query: string, more: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${gateway.address.port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...more },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

it("answers from services that a file names, at the addresses in it, unsigned and without a secret", async () => {
  const { services, stop } = await started({});
  expect(services).toEqual(["catalogue", "reviews"]);
  expect(await ask("{ product(id: 2) { name } best { name reviews { text } } }")).toMatchObject({
    data: { product: { name: "Chair" }, best: { name: "Table", reviews: [{ text: "Good" }] } },
  });
  expect(new Set(came.map(({ url }) => url))).toEqual(new Set(["/catalogue", "/reviews"]));
  expect(came.some(({ signed }) => signed)).toBe(false);
  await stop();
});

it("keeps its limits unless LIMITS is off", async () => {
  const aliases = Array.from({ length: 200 }, (_, n) => `a${n}: product(id: 1) { name }`).join(" ");
  const kept = await started({});
  expect(await ask(`{ ${aliases} }`)).toMatchObject({
    errors: expect.arrayContaining([
      expect.objectContaining({ extensions: { code: "LIMIT_EXCEEDED" } }),
    ]),
  });
  await kept.stop();
  const lifted = await started({ LIMITS: "off" });
  expect(await ask(`{ ${aliases} }`)).toMatchObject({ data: { a199: { name: "Table" } } });
  await lifted.stop();
});

it("lets no stranger say who is asking, also one that is called as the service of accounts", async () => {
  const { port } = strangers.address() as AddressInfo;
  const [catalogue] = shop();
  const { supergraph } = composeSupergraph([
    { name: "identity", sdl: catalogue?.sdl ?? "", url: `http://127.0.0.1:${port}/catalogue` },
  ]);
  const SUPERGRAPH = `${file}.identity`;
  await writeFile(SUPERGRAPH, supergraph);
  const { services, stop } = await started({ SUPERGRAPH });
  came.length = 0;
  const cookie = "convene.session_token=one.two";
  expect(services).toEqual(["identity"]);
  expect(await ask("{ best { name } }", { cookie })).toMatchObject({
    data: { best: { name: "Table" } },
  });
  const page = await fetch(`http://127.0.0.1:${gateway.address.port}/auth/sign-in`, {
    headers: { cookie },
  });
  expect(page.status).toBe(404);
  expect(came).toEqual([{ url: "/catalogue", signed: false, cookie: undefined }]);
  await stop();
  await rm(SUPERGRAPH);
});

it.each([
  ["a file that is not there", "/nowhere/supergraph.graphql", /SUPERGRAPH names .* cannot be read/],
  ["a file without services", import.meta.filename, /SUPERGRAPH is not valid/],
])("refuses %s in one sentence", async (_, SUPERGRAPH, problem) => {
  await expect(started({ SUPERGRAPH })).rejects.toThrow(problem);
});

it("says which services of the file stand nowhere", async () => {
  const nowhere = (await readFile(file, "utf8")).replaceAll(/url: "[^"]*reviews"/g, 'url: ""');
  const other = `${file}.nowhere`;
  await writeFile(other, nowhere);
  await expect(started({ SUPERGRAPH: other })).rejects.toThrow(
    "SERVICES does not say where these listen: reviews",
  );
  await rm(other);
});
