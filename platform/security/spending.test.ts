import { attack, type GraphReply } from "../test/attack/graph-client.ts";
import { Tally } from "../test/attack/tally.ts";
import { type Graphs, openEmptyGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { adminToken } from "../test/tokens.ts";

/** Of cost in a minute: so small that a few questions spend it. */
const BUDGETS = { anonymous: 1_000, signedIn: 2_000, key: 4_000 };

const tally = new Tally();
let graphs: Omit<Graphs, "demo">;
beforeAll(async () => {
  const wishes = { production: true, budgets: BUDGETS };
  graphs = await openEmptyGraphs(await temporaryFolder("spending"), wishes);
}, OPENING);
afterAll(async () => {
  tally.close();
  await graphs.close();
  await removeTemporaryFolders();
});

/** Costs 451. */
const PAGES = `{ ${[100, 99, 98, 100].map((first, n) => `p${n}: organisations(first: ${first}) { nodes { id } }`).join(" ")} }`;
const CHANGES = `mutation { ${["a", "b", "c"].map((name) => `${name}: createNetwork(input: { name: "Beyond", kind: GLOBAL }) { id }`).join(" ")} }`;

describe.each(TRANSPORTS)("%s", (transport) => {
  const put = (query: string, token?: string) => attack(graphs.url(transport), { query, token });

  function note(item: string, reply: GraphReply): void {
    const refused = reply.status === 429;
    const isTold = reply.headers.get("retry-after") !== null && reply.headers.has("ratelimit");
    const leak = refused && isTold && reply.data === null ? null : reply.text.slice(0, 300);
    tally.note("beyond a budget", { refused, leak }, item);
  }

  it("answers nobody who has spent theirs, and does nothing for them", async () => {
    const first = await put(PAGES);
    expect([first.status, first.cost]).toEqual([200, 451]);
    expect((await put(PAGES)).status).toBe(200);
    note("a page", await put(PAGES));
    // Another one's is another's.
    const token = await adminToken(graphs);
    for (let asked = 0; asked < 4; asked += 1) expect((await put(PAGES, token)).status).toBe(200);
    note("a page of somebody signed in", await put(PAGES, token));
    note("changes", await put(CHANGES, token));
    expect(tally.leaks).toEqual([]);
    const { db } = graphs.opened.services.stakeholders.parts;
    expect(await db.query("SELECT id FROM network WHERE name = 'Beyond'")).toEqual([]);
  });

  it("counts what is refused, too: guesses cost as much as questions", async () => {
    const guesses = Array.from({ length: 25 }, (_, n) => put(`{ guess${n} }`));
    const refused = (await Promise.all(guesses)).filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const reply of refused) note("guesses", reply);
    expect(tally.leaks).toEqual([]);
  });
});
