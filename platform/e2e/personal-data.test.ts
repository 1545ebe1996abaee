import { readFile } from "node:fs/promises";
import { FOUNDATION_RULES } from "@convene/shared/retention/foundation-rules";
import { newId } from "@convene/shared/type-id";
import { Client } from "pg";
import { definitions, serviceNames } from "../src/runtime/services.ts";
import { ask, change, codeOf, tryChange } from "../test/ask.ts";
import { type Canary, plantCanary, rowsWith } from "../test/canary.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { settle } from "../test/settle.ts";
import { adminToken, demoPersonToken } from "../test/tokens.ts";
import { undeclaredColumns } from "../test/undeclared-columns.ts";

let graphs: Graphs;
let admin: string;
let database: Client;
beforeAll(async () => {
  graphs = await openGraphs();
  admin = await adminToken(graphs);
  database = new Client({ connectionString: graphs.adminUrl });
  await database.connect();
}, OPENING);
afterAll(async () => {
  await database.end();
  await graphs.close();
});

const read = async (url: string, headers: Record<string, string>, query = "") => {
  const response = await fetch(`${url}/personal-data${query}`, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const place = transport.replaceAll(" ", "-").toLowerCase();
  let canary: Canary;
  beforeAll(async () => {
    canary = await plantCanary(graphs, url(), place);
  }, OPENING);

  it("gives somebody one document of all that every service holds of them, and no secret", async () => {
    const { status, text, headers } = await read(url(), { cookie: canary.browser.cookie });
    expect({ status, text: status === 200 ? "" : text }).toEqual({ status: 200, text: "" });
    expect(headers.get("content-disposition")).toContain(`convene-${canary.person}-`);
    expect(headers.get("cache-control")).toBe("no-store");
    const { format, person, addresses, services } = JSON.parse(text) as Record<string, never>;
    expect([format, person, addresses]).toEqual([
      "convene-personal-data/1",
      canary.person,
      [canary.email],
    ]);
    expect(services).toMatchObject({
      identity: {
        account: [{ name: canary.name, email: canary.email }],
        sessions: [{}],
        consents: [{ kind: "PUBLIC_LISTING", given: true, means: "GRAPH" }],
        apiKeys: [{ name: `Key of ${canary.name}` }],
        linksToSignIn: [{}],
        invitations: [{ email: canary.email }],
        jobs: expect.arrayContaining([expect.objectContaining({ kind: "send-sign-in-link" })]),
      },
      stakeholders: {
        profile: [{ about: `${canary.name} digs.`, audience: "PUBLIC" }],
        audienceChanges: [
          { before: "NOBODY", after: "ORGANISATION" },
          { before: "ORGANISATION", after: "PUBLIC", changedBy: null },
        ],
        roles: [{ title: "Warden" }],
        memberships: [{ role: "MEMBER" }],
        invitations: [{ email: canary.email }],
      },
      "working-groups": { seats: [{ delegateId: canary.person }] },
      meetings: { attendance: [{ status: "ATTENDED" }] },
      discovery: { replica: [{}] },
    });
    expect(text).not.toMatch(/"(token|secretHash|password|publicKey|backupCodes)"/);
    const { rows } = await database.query<{ secret: string }>(
      "SELECT token AS secret FROM identity.session UNION SELECT secret_hash FROM identity.api_key",
    );
    for (const { secret } of rows) expect(text).not.toContain(secret);
  });

  it("gives it to an administrator who is asked by letter, and to nobody else, by no key", async () => {
    const whose = `?person=${canary.person}`;
    expect(JSON.parse((await read(url(), bearer(admin), whose)).text)).toMatchObject({
      person: canary.person,
      services: { stakeholders: { profile: [{ name: canary.name }] } },
    });
    expect((await read(url(), bearer(admin))).status).toBe(400);
    expect((await read(url(), {})).status).toBe(401);
    const other = bearer(await demoPersonToken(graphs, Object.keys(graphs.demo.people)[0] ?? ""));
    for (const person of [canary.person, newId("per")]) {
      const { status, text } = await read(url(), other, `?person=${person}`);
      expect(status).toBe(403);
      expect(text).not.toContain("Zinnia");
    }
    const headers = { cookie: canary.browser.cookie };
    const key = { field: "createApiKey", input: { name: "Any" }, selection: "secret", headers };
    const { secret } = await change(url(), key);
    expect((await read(url(), bearer(secret))).status).toBe(403);
    const elsewhere = { ...headers, "sec-fetch-site": "cross-site" };
    expect((await read(url(), elsewhere)).status).toBe(403);
    const posted = await fetch(`${url()}/personal-data`, { method: "POST", headers });
    expect(posted.status).toBe(405);
  });

  it("is null at every edge, asked by the key alone, to whoever may not see them", async () => {
    const headers = { cookie: canary.browser.cookie };
    const show = (audience: string) =>
      change(url(), { field: "updatePerson", input: { id: canary.person, audience }, headers });
    const edges = async (token?: string) => {
      const { data, errors } = await ask(url(), {
        query: `query ($person: ID!) { searchOrganisations(text: "Fen Wardens ${place}") { nodes {
            roles { nodes { person { id } } } seats { nodes { delegate { id } } } } }
          networks(first: 1) { nodes { members(first: 100) { nodes { person { id } } } } }
          person(id: $person) { id } node(id: $person) { id }
          people(first: 100) { nodes { id } } }`,
        variables: { person: canary.person },
        ...(token !== undefined && { token }),
      });
      expect(errors).toBeUndefined();
      return JSON.stringify(data).split(canary.person).length - 1;
    };
    const other = await demoPersonToken(graphs, Object.keys(graphs.demo.people)[0] ?? "");
    await show("PUBLIC");
    await settle(graphs.opened);
    expect(await edges()).toBeGreaterThanOrEqual(5);
    await show("NOBODY");
    await settle(graphs.opened);
    expect([await edges(), await edges(other)]).toEqual([0, 0]);
    expect(await edges(admin)).toBeGreaterThanOrEqual(5);
  });

  it("gives no document that lacks what a service does not tell", async () => {
    const bringBack = await graphs.takeDown(transport, "practices");
    const { status, text } = await read(url(), { cookie: canary.browser.cookie });
    await bringBack();
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([
      503,
      "SERVICE_UNAVAILABLE",
    ]);
  });

  it("erases nobody by the graph alone, by a session of long ago, or without their address", async () => {
    const { browser, email, person } = canary;
    const headers = { cookie: browser.cookie };
    const gone = await tryChange(url(), { field: "deletePerson", input: { id: person }, headers });
    expect(codeOf(gone)).toBe("FORBIDDEN");
    const page = await browser.get("/auth/account/data");
    expect(page.text).toContain("Erase me");
    const wrong = await browser.send("/auth/account/data/erase", { email: "no@example.org" });
    expect(wrong.status).toBe(400);
    const age = (hours: number) =>
      database.query(
        `UPDATE identity.session SET created_at = now() - make_interval(hours => $2)
         WHERE account_id = (SELECT id FROM identity.user_account WHERE email = $1)`,
        [email, hours],
      );
    await age(1);
    expect((await browser.get("/auth/account/data")).text).not.toContain("Erase me");
    const stale = await browser.send("/auth/account/data/erase", { email });
    expect(stale.text).toContain("Sign in once more");
    await age(0);
    expect((await read(url(), headers)).status).toBe(200);
  });

  it("erases them everywhere: neither name nor address stands in any row of any table", async () => {
    const { browser, email, name, person } = canary;
    expect((await rowsWith(database, name)).length).toBeGreaterThan(3);
    expect((await rowsWith(database, email)).length).toBeGreaterThan(3);
    expect((await browser.send("/auth/account/data/erase", { email })).text).toContain(
      "are erased",
    );
    expect((await browser.get("/auth/account")).location).toBe("/auth/sign-in");
    await settle(graphs.opened);
    expect(await rowsWith(database, name)).toEqual([]);
    expect(await rowsWith(database, email)).toEqual([]);
    const { data } = await ask(url(), {
      query: "query ($id: ID!) { person(id: $id) { id } node(id: $id) { id } }",
      variables: { id: person },
      token: admin,
    });
    expect(data).toEqual({ person: null, node: null });
  });

  it("keeps the sense of what they took part in: the organisation and the role, with nobody in it", async () => {
    const { data, errors } = await ask(url(), {
      query: `{ searchOrganisations(text: "Fen Wardens ${place}") { nodes {
        roles { nodes { title person { id } } }
        seats { nodes { role delegate { id } group { id } } } } }
        workingGroup(id: "${Object.values(graphs.demo.groups)[0] ?? ""}") { meetings(first: 1) {
          nodes { attendance(first: 100) { nodes { status person { id } organisation { name } } } } } } }`,
      token: admin,
    });
    expect(errors).toBeUndefined();
    const [organisation] = data.searchOrganisations.nodes;
    expect(organisation.roles.nodes).toEqual([{ title: "Warden", person: null }]);
    expect(organisation.seats.nodes).toMatchObject([{ role: "MEMBER", delegate: null }]);
    expect(data.workingGroup.meetings.nodes[0].attendance.nodes).toContainEqual({
      status: "ATTENDED",
      person: null,
      organisation: { name: `Fen Wardens ${place}` },
    });
  });
});

it("knows every column in which somebody stands, and says so where everybody can read it", async () => {
  expect(await undeclaredColumns(database)).toEqual([]);
  const text = await readFile(new URL("../../docs/privacy.md", import.meta.url), "utf8");
  const tables = serviceNames.flatMap((name) =>
    (definitions[name].personalData ?? []).map(({ table }) => `\`${name}.${table}\``),
  );
  expect(tables.filter((name) => !text.includes(name))).toEqual([]);
  const rules = serviceNames.flatMap((name) => definitions[name].retention ?? []);
  const rows = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const untold = [...rules, ...FOUNDATION_RULES].filter(
    ({ what, kept }) => !rows.some((cells) => cells[1] === what && cells[2] === kept),
  );
  expect(untold.map(({ what }) => what)).toEqual([]);
});
