import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Account } from "@convene/identity/account/account.entity";
import { newId } from "@convene/shared/type-id";
import { issueToken } from "../src/token/access-token.ts";
import { ask, change } from "../test/ask.ts";
import { Browser, mailsTo } from "../test/browser.ts";
import { eventually } from "../test/eventually.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { settle } from "../test/settle.ts";
import { sweep } from "../test/sweep.ts";
import { adminToken, personToken } from "../test/tokens.ts";

let graphs: Graphs;
let mailFolder: string;
let admin: string;
let moderator: string;
let ada: Somebody;
let bo: Somebody;

interface Somebody {
  readonly person: string;
  readonly token: string;
  readonly email: string;
}

beforeAll(async () => {
  const dataFolder = await temporaryFolder("moderation");
  mailFolder = join(dataFolder, "mail");
  graphs = await openGraphs(dataFolder);
  admin = await adminToken(graphs);
  ada = await buildSomebody("ada");
  bo = await buildSomebody("bo");
  const request = { person: bo.person, platform: ["MODERATOR"] as const, expiresIn: "1h" };
  moderator = await issueToken(graphs.secrets, request);
}, OPENING);
afterAll(async () => {
  await graphs.close();
  await removeTemporaryFolders();
});

const url = () => graphs.url(TRANSPORTS[0] ?? "in process");
const make = (field: string, input: object, token = admin) =>
  change(url(), { field, input, token, selection: "id" });

/** Somebody of the graph whom everybody sees, with an account of a proven address. */
async function buildSomebody(name: string): Promise<Somebody> {
  const { id: person } = await make("createPerson", { name, audience: "PUBLIC" });
  const email = `${name}@example.org`;
  const now = new Date();
  const account = { id: newId("acc"), name, email, personId: person, emailVerified: true };
  const blank = { image: null, platform: [], createdAt: now, updatedAt: now };
  await graphs.opened.services.identity.parts.db.manager.insert(Account, { ...account, ...blank });
  return { person, email, token: await personToken(graphs, person) };
}

const ORGANISATION = "hearthlight-advice";

/** One of each that everybody sees. */
async function publicThings(): Promise<Record<string, string>> {
  const query = `query ($org: ID!) {
    organisation(id: $org) { id }
    organisations(first: 100) { nodes { relationships(first: 5) { nodes { id source { id } target { id } } } } }
    people(first: 100) { nodes { id name } } workingGroups(first: 5) { nodes { id } }
    meetings(first: 100) { nodes { id agenda(first: 5) { nodes { id } } } }
    practices(first: 5) { nodes { id } } }`;
  const org = graphs.demo.organisations[ORGANISATION] ?? "";
  const { data } = await ask(url(), { query, variables: { org } });
  interface Tie {
    readonly id: string;
    readonly source: { readonly id: string };
    readonly target: { readonly id: string };
  }
  const ties: Tie[] = data.organisations.nodes.flatMap(
    (one: { relationships: { nodes: Tie[] } }) => one.relationships.nodes,
  );
  const tie = ties.find(({ source, target }) => ![source.id, target.id].includes(org));
  const full = data.meetings.nodes.filter(
    ({ agenda }: { agenda: { nodes: unknown[] } }) => agenda.nodes.length > 0,
  );
  const person = data.people.nodes.find(({ name }: { name: string }) => !/^(ada|bo)$/.test(name));
  return {
    organisation: org,
    relationship: tie?.id ?? "",
    person: person.id,
    group: data.workingGroups.nodes[0].id,
    meeting: full[0].id,
    item: full.at(-1).agenda.nodes[0].id,
    practice: data.practices.nodes[0].id,
  };
}

const sweepAs = async (place: (typeof TRANSPORTS)[number], token?: string) =>
  sweep(
    { url: graphs.url(place), ...(token !== undefined && { token }) },
    {
      organisations: [graphs.demo.organisations["emberhill-welcome"] ?? ""],
      others: Object.values(graphs.demo.groups),
    },
  );

it("leaves no trace of what was taken down on any path, and shows all of it again", async () => {
  const things = await publicThings();
  const before = await sweepAs(TRANSPORTS[0] ?? "in process");
  const reports: string[] = [];
  for (const about of Object.values(things)) {
    expect(JSON.stringify([...before.values()])).toContain(about);
    const input = { about, reason: "SAFETY" };
    reports.push((await make("reportContent", input, ada.token)).id);
  }
  for (const report of reports) {
    const input = { report, decision: "TAKE_DOWN", note: "People are at risk" };
    await make("decideReport", input, moderator);
  }
  await settle(graphs.opened);
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`;
  const variables = { ids: Object.values(things) };
  const nodesAs = async (token?: string) => {
    const question = { query, variables, ...(token !== undefined && { token }) };
    return (await ask(url(), question)).data.nodes as ({ id: string } | null)[];
  };
  for (const transport of TRANSPORTS) {
    for (const token of [undefined, ada.token]) {
      const seen = JSON.stringify([...(await sweepAs(transport, token)).values()]);
      for (const id of Object.values(things)) expect(seen).not.toContain(id);
    }
  }
  expect((await nodesAs(ada.token)).filter(Boolean)).toEqual([]);
  const shown = (await nodesAs(moderator)).flatMap((node) => node?.id ?? []);
  const { organisation, person, group, meeting, practice } = things;
  expect(shown).toEqual(expect.arrayContaining([organisation, person, group, meeting, practice]));

  for (const report of reports) {
    await make("restoreContent", { report, note: "It is safe now" }, moderator);
  }
  await settle(graphs.opened);
  expect(await sweepAs(TRANSPORTS[0] ?? "in process")).toEqual(before);
  // The reporter is told what became of each.
  await eventually(async () => (await mailsTo(mailFolder, ada.email)).length >= reports.length);
});

it("relays a message by mail without an address, and stops by one click", async () => {
  const input = { to: bo.person, subject: "A room for two nights", text: "Is one free?" };
  const { id: message } = await make("sendMessage", input, ada.token);
  await eventually(async () => (await mailsTo(mailFolder, bo.email)).length > 0);
  const names = await readdir(mailFolder);
  const files = await Promise.all(names.map((name) => readFile(join(mailFolder, name), "utf8")));
  const mail = files.find((text) => text.includes(bo.email) && text.includes("A room")) ?? "";
  expect(mail).not.toContain(ada.email);
  expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  await make("replyToMessage", { message, text: "Yes" }, bo.token);
  const { data } = await ask(url(), { query: "{ messages { nodes { text } } }", token: ada.token });
  expect(data.messages.nodes).toEqual([{ text: "Yes" }, { text: "Is one free?" }]);

  const unfolded = mail.replaceAll(/\r?\n[ \t]/g, " ");
  const path = /^List-Unsubscribe: ?<https?:\/\/[^/]+(\/[^>]+)>/m.exec(unfolded)?.[1] ?? "";
  expect((await new Browser(url()).get(path)).status).toBe(200);
  const stopped = await fetch(url() + path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(stopped.status).toBe(200);
  const count = (await mailsTo(mailFolder, bo.email)).length;
  await make("sendMessage", { ...input, subject: "Again" }, ada.token);
  await settle(graphs.opened);
  const [waiting] = await graphs.opened.services.identity.parts.db.query<{ many: number }[]>(
    `SELECT count(*)::int AS many FROM notification WHERE item->>'title' = 'Again'`,
  );
  expect(waiting).toEqual({ many: 0 });
  expect(await mailsTo(mailFolder, bo.email)).toHaveLength(count);
});

it("asks for a time by mail, and is answered on a page that needs no account", async () => {
  const { id: network } = await make("createNetwork", { name: "Of polls", kind: "GLOBAL" });
  const place = { code: "POLLS", name: "Of polls", description: "It meets" };
  const chartered = { ...place, network, state: "CHARTERED" };
  const { id: group } = await make("createWorkingGroup", chartered);
  const { id: organisation } = await make("createOrganisation", {
    ...{ name: "It sits there", description: "It helps" },
  });
  const noor = { name: "Noor", organisation, mail: { address: "noor@example.org" } };
  const { id: alternate } = await make("createPerson", noor);
  await make("addSeat", { group, organisation, delegate: bo.person, alternate });
  await settle(graphs.opened);
  const { id: poll } = await make("createPoll", {
    ...{ group, title: "The quarter", timeZone: "Europe/London", durationMinutes: 60 },
    ...{ localStarts: ["2041-01-10T14:00:00"], deadline: "2040-12-01T00:00:00Z" },
  });
  const mailed = async (email: string) =>
    (await mailsTo(mailFolder, email)).find(({ subject }) => subject.includes("The quarter"));
  // The delegate has an account, and their alternate has none.
  const paths = [bo.email, noor.mail.address].map(async (email) => {
    await eventually(async () => (await mailed(email)) !== undefined);
    return (await mailed(email))?.path ?? "";
  });
  const [ofDelegate, ofAlternate] = await Promise.all(paths);
  expect(ofAlternate).not.toBe(ofDelegate);
  for (const transport of TRANSPORTS) {
    const path = (transport === TRANSPORTS.at(-1) ? ofAlternate : ofDelegate) ?? "";
    const browser = new Browser(graphs.url(transport));
    const page = await browser.get(path);
    expect(page.text).toContain("It sits there");
    const [, slot = ""] = /name="(psl_\w+)"/.exec(page.text) ?? [];
    const sent = await browser.send(path, { [slot]: transport === "in process" ? "NO" : "YES" });
    expect([sent.status, sent.location]).toEqual([303, expect.stringContaining("poll?link=")]);
    expect((await browser.get(`${path}x`)).status).toBe(404);
    expect((await browser.get(path.replace("meetings", "practices"))).status).toBe(404);
  }
  const query = `query ($id: ID!) { poll(id: $id) {
    slots { nodes { result { yesCount noCount } } } } }`;
  const { data } = await ask(url(), { query, variables: { id: poll }, token: admin });
  // The last answer stands.
  const last = TRANSPORTS.at(-1) === "in process" ? "noCount" : "yesCount";
  expect(data.poll.slots.nodes[0].result).toMatchObject({ yesCount: 0, noCount: 0, [last]: 1 });
});
