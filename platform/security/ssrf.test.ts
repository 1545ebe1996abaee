import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { hostname } from "node:os";
import { attack } from "../test/attack/graph-client.ts";
import { Tally } from "../test/attack/tally.ts";
import { leakOf } from "../test/attack/verdict.ts";
import { change } from "../test/ask.ts";
import { type Graphs, openEmptyGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { settle } from "../test/settle.ts";
import { adminToken, personToken } from "../test/tokens.ts";

// Redirects and names of an attacker's own need an internet of one's own: those are tried in
// shared/src/outbound/fetch-outside.test.ts, over the same door.

const tally = new Tally();
let graphs: Omit<Graphs, "demo">;
let token: string;
let servers: readonly Server[];
let port: number;
let reached = 0;

beforeAll(async () => {
  graphs = await openEmptyGraphs(await temporaryFolder("ssrf"), { production: true });
  const url = graphs.url(TRANSPORTS[0] ?? "in process");
  const asked = { field: "createPerson", input: { name: "Bo" }, token: await adminToken(graphs) };
  token = await personToken(graphs, (await change(url, asked)).id);
  await settle(graphs.opened);
  const input = { timeZone: "UTC", comfortable: [{ from: "09:00", until: "17:00" }] };
  await change(url, { field: "updateMyAvailability", input, token });
  const one = await listen("127.0.0.1", 0);
  ({ port } = one.address() as AddressInfo);
  servers = [one, await listen("::1", port)];
}, OPENING);
afterAll(async () => {
  tally.close();
  for (const server of servers) server.close();
  await graphs.close();
  await removeTemporaryFolders();
});

/** Counts whoever connects, whatever they speak. */
async function listen(host: string, at: number): Promise<Server> {
  const server = createServer((socket) => {
    reached += 1;
    socket.destroy();
  }).listen(at, host);
  await once(server, "listening");
  return server;
}

/** This machine, a network inside or the metadata of a cloud, in every way to write it. */
const HOSTS = [
  ...["127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "0.0.0.0", "0"],
  ...["2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "127.0.0.1."],
  ...["localhost", "LOCALHOST", "localhost.", "ip6-localhost", hostname()],
  ...["[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"],
  ...[
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[2001::1]",
    "[fe80::1]",
    "[fd00::1]",
  ],
  ...["10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.169.254", "2852039166"],
  ...["[::ffff:169.254.169.254]", "[fd00:ec2::254]", "224.0.0.1", "255.255.255.255"],
  ...["①②⑦.⓪.⓪.①", "127。0。0。1", "%31%32%37.0.0.1"],
];

const SCHEMES = ["http", "file", "ftp", "gopher", "dict", "ldap", "data", "unix", "javascript"];

const forms = (): string[] => [
  ...HOSTS.flatMap((host) => [`https://${host}:${port}/x.ics`, `https://${host}/x.ics`]),
  ...SCHEMES.map((scheme) => `${scheme}://127.0.0.1:${port}/x.ics`),
  `https://example.org@127.0.0.1:${port}/`,
  `https://127.0.0.1:${port}#@example.org/`,
  `https://127.0.0.1:${port}\\@example.org/`,
  `//127.0.0.1:${port}/x.ics`,
  `webcal://127.0.0.1:${port}/x.ics`,
  `https://127.0.0.1:${port}\t/x.ics`,
];

describe.each(TRANSPORTS)("%s", (transport) => {
  const answersTo = async (url: string) => {
    const query = `mutation ($input: ImportMyBusyTimesInput!) {
      importMyBusyTimes(input: $input) { busyCount } }`;
    return attack(graphs.url(transport), { query, variables: { input: { url } }, token });
  };

  it("reads no calendar at an address inside, in none of its forms, and tells them apart from nothing", async () => {
    const missing = await answersTo("https://nowhere.invalid/x.ics");
    expect(missing.errors[0]).toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "url" },
    });
    const words = new Set<string | undefined>();
    for (const url of forms()) {
      const before = reached;
      const reply = await answersTo(url);
      const refused = reply.errors[0]?.extensions["code"] === "BAD_USER_INPUT";
      const called = reached > before ? "is connected to" : null;
      const leak = called ?? (refused ? leakOf(reply) : reply.text);
      tally.note("addresses inside (SSRF)", { refused, leak }, url);
      if (url.startsWith("https://") && !url.includes("@")) words.add(reply.errors[0]?.message);
    }
    expect(tally.leaks).toEqual([]);
    // Whether something listens there cannot be heard.
    expect(words).toContain(missing.errors[0]?.message);
    expect(words.size).toBeLessThan(3);
  }, 300_000);
});
