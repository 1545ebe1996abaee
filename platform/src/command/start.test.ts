import { jest } from "@jest/globals";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, realpath, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { ask, change } from "../../test/ask.ts";
import { Browser, mailsTo } from "../../test/browser.ts";
import { CommandProcess, PATIENCE, runCommand, serverOf } from "../../test/command-process.ts";
import { eventually } from "../../test/eventually.ts";
import { isGone, removeTemporaryFolders, temporaryFolder } from "../../test/postgres-process.ts";
import { openPostgres } from "../postgres/open-postgres.ts";

jest.setTimeout(PATIENCE);

let dataFolder: string;
let platform: CommandProcess | null = null;

beforeAll(async () => {
  dataFolder = await temporaryFolder("start");
});
afterAll(async () => {
  await CommandProcess.endAll();
  await removeTemporaryFolders();
});

const variables = () => ({ CONVENE_DATA: dataFolder });

/** The one on the data folder of this file: that of the test before, or a new one. */
async function running(): Promise<{ process: CommandProcess; url: string }> {
  if (!platform?.runs) platform = CommandProcess.start(["start"], variables());
  const [, url = ""] = await platform.wrote(/Graph +(http:\S+)\/graphql/);
  await platform.wrote(/\n\n$/);
  return { process: platform, url };
}

/** Whether initdb is at work. */
async function isBeingMade(folder: string): Promise<boolean> {
  const home = await realpath(join(folder, "postgres")).catch(() => null);
  const drafts = home === null ? [] : await draftsIn(home);
  return drafts.some((draft) => existsSync(join(draft, "cluster", "base", "1", "PG_VERSION")));
}

const draftsIn = async (home: string): Promise<string[]> =>
  (await readdir(home)).filter((name) => name.includes(".new.")).map((name) => join(home, name));

/** Where there is a `setsid`. */
const onLinux = process.platform === "linux" ? it : it.skip;

const tokensIn = (output: string): string[] => output.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [];

const stop = async () => {
  if (platform?.runs) await platform.end("SIGINT");
};

describe("npm start", () => {
  it("prints where the graph answers, three questions, and a token for each of three viewers", async () => {
    const { process: started, url } = await running();
    expect(started.stdout).toContain(`${url}/graphiql`);
    for (const word of ["upcomingMeetings", "createMeetingSeries", "findPartners"]) {
      expect(started.stdout).toContain(word);
    }
    const tokens = tokensIn(started.stdout);
    expect(tokens).toHaveLength(3);
    for (const token of tokens) {
      const query = "{ organisations(first: 100) { nodes { viewerCanEdit } } }";
      const { data } = await ask(url, { query, token });
      expect(data.organisations.nodes).toContainEqual({ viewerCanEdit: true });
    }
  });

  it("answers /healthz, /readyz, /graphql and /graphiql", async () => {
    const { url } = await running();
    const health = await fetch(`${url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: "ready" }]);
    const explorer = await fetch(`${url}/graphiql`);
    expect([explorer.status, explorer.headers.get("content-type")]).toEqual([
      200,
      expect.stringMatching(/^text\/html/),
    ]);
    const { data } = await ask(url, { query: "{ organisations { totalCount } }" });
    expect(data.organisations.totalCount).toBeGreaterThan(25);
  });

  it("ends by Ctrl-C with all that it started; the next start has the same data and one demo", async () => {
    const { process: started, url } = await running();
    const [token] = tokensIn(started.stdout);
    const server = serverOf(dataFolder);
    expect(server).not.toBeNull();
    const name = "Kept over Ctrl-C";
    await change(url, { field: "createOrganisation", input: { name }, ...(token && { token }) });
    const before = await count(url);
    const ended = await started.end("SIGINT");
    expect(ended).toMatchObject({ code: 130, stderr: "" });
    expect(ended.stdout).toMatch(/Stopping … stopped\.\n$/);
    expect(serverOf(dataFolder)).toBeNull();
    expect(isGone(server ?? 0)).toBe(true);
    const again = await running();
    expect(await finds(again.url, name)).toBe(true);
    expect(await count(again.url)).toBe(before);
    expect(tokensIn(again.process.stdout)).toHaveLength(3);
  });

  it("recovers after kill -9, with what was written", async () => {
    const { process: started, url } = await running();
    const [token] = tokensIn(started.stdout);
    const name = "Kept over kill -9";
    await change(url, { field: "createOrganisation", input: { name }, ...(token && { token }) });
    await started.end("SIGKILL");
    const again = await running();
    expect(again.process).not.toBe(started);
    expect(await finds(again.url, name)).toBe(true);
  });

  onLinux("says that it was stopped, when Ctrl-C ends its first start in the middle", async () => {
    const folder = await temporaryFolder("stopped");
    const variables = { CONVENE_DATA: folder };
    // As a terminal does it: the signal reaches whoever works for Convene as well.
    const first = CommandProcess.start(["start", "--empty"], variables, ["setsid"]);
    await eventually(() => isBeingMade(folder));
    process.kill(-(first.child.pid ?? 0), "SIGINT");
    const { code, stdout, stderr } = await first.ended;
    expect([code, stderr]).toEqual([130, ""]);
    expect(stdout).toMatch(/Convene[^✗]*Stopped before it was ready\.\n$/);
    expect(await runCommand(["demo"], variables)).toMatchObject({ code: 0, stderr: "" });
  });

  it("is alone on its data folder", async () => {
    const { url } = await running();
    const second = await runCommand(["start"], variables());
    expectSentence(second, /is (already )?in use|already|another/i);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it("refuses a data folder of a newer version, and changes nothing in it", async () => {
    await running();
    await stop();
    const add = `INSERT INTO practices.migration (timestamp, name)
      VALUES (9999999999999, 'Tomorrow9999999999999')`;
    await onDatabase(add);
    try {
      const refused = await runCommand(["start"], variables());
      expectSentence(refused, /newer version of Convene \(Tomorrow9999999999999\)/);
      expect(serverOf(dataFolder)).toBeNull();
    } finally {
      await onDatabase("DELETE FROM practices.migration WHERE name LIKE 'Tomorrow%'");
    }
  });

  it("says which port is taken, before it makes anything", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const PORT = String((other.address() as AddressInfo).port);
    const folder = join(await temporaryFolder("taken"), "data");
    const ended = await runCommand(["start"], { CONVENE_DATA: folder, PORT });
    other.close();
    expectSentence(ended, new RegExp(`Port ${PORT} is taken`));
    expect(existsSync(folder)).toBe(false);
  });

  it("lists every bad variable, and starts nothing", async () => {
    const folder = join(await temporaryFolder("variables"), "data");
    const bad = {
      PORT: "many",
      LOG_LEVEL: "loud",
      DATABASE_URL: "mysql://x",
      CONVENE_SECRET: "short",
    };
    const ended = await runCommand(["start"], { CONVENE_DATA: folder, ...bad });
    expect(ended.code).toBe(1);
    for (const name of Object.keys(bad)) expect(ended.stderr).toContain(`${name} is not valid`);
    expect(ended.stderr).not.toMatch(/^ +at /m);
    expect(ended.stderr).not.toContain("short");
    expect(existsSync(folder)).toBe(false);
  });

  it("refuses an option and a command that it does not know", async () => {
    expectSentence(await runCommand(["start", "--empy"], variables()), /--empy/);
    expectSentence(await runCommand(["strat"], variables()), /no command "strat"/);
  });

  it("says why the database of DATABASE_URL cannot be used", async () => {
    const DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
    const ended = await runCommand(["start"], { ...variables(), DATABASE_URL });
    expectSentence(ended, /DATABASE_URL cannot be used/);
  });

  it("starts without the demo network, its viewers and its questions when told --empty", async () => {
    const folder = await temporaryFolder("empty");
    const empty = CommandProcess.start(["start", "--empty"], { CONVENE_DATA: folder });
    const [, url = ""] = await empty.wrote(/Graph +(http:\S+)\/graphql/);
    const query = "{ organisations { totalCount } objectives { number } }";
    const { data } = await ask(url, { query });
    expect(data.organisations.totalCount).toBe(0);
    expect(data.objectives).toHaveLength(23);
    await empty.wrote(/\n\n$/);
    expect(tokensIn(empty.stdout)).toEqual([]);
    const refused = await runCommand(["token", "--demo", "secretariat"], { CONVENE_DATA: folder });
    expectSentence(refused, /no demo network/);
    await empty.end("SIGINT");
    expect(serverOf(folder)).toBeNull();
  });

  it("shows the way from empty to the first mail of an invitation", async () => {
    const folder = await temporaryFolder("beginning");
    const inFolder = { CONVENE_DATA: folder };
    const empty = CommandProcess.start(["start", "--empty"], inFolder);
    const [, url = ""] = await empty.wrote(/Graph +(http:\S+)\/graphql/);
    await empty.wrote(/by this link[^]*\/auth\/administrator\?token=\S+\n/);
    const printed = await runCommand(["admin"], inFolder);
    expect(printed).toMatchObject({ code: 0, stderr: "" });
    const token =
      /^http:\S+\/auth\/administrator\?token=([\w-]+)\n$/.exec(printed.stdout)?.[1] ?? "";

    const ada = new Browser(url);
    const form = { token, name: "Ada Okafor", email: "ada@example.org" };
    expect((await ada.send("/auth/administrator", form)).location).toBe("/auth/account");
    expectSentence(await runCommand(["admin"], inFolder), /administrator already/);
    const input = { name: "The network", kind: "GLOBAL" };
    await change(url, { field: "createNetwork", input, headers: { cookie: ada.cookie } });

    const file = join(folder, "invitations.csv");
    await writeFile(
      file,
      "name,email\nFerrybridge Shelter,owner@example.org\n,nobody@example.org\n",
    );
    const invited = await runCommand(["invite", "The network", file], inFolder);
    expect(invited.stdout).toMatch(/created +1\n[^]*skipped +1\n/);
    expect([invited.code, invited.stdout.includes("The Convene that runs mails 1")]).toEqual([
      0,
      true,
    ]);
    const mailFolder = join(folder, "mail");
    await eventually(async () => (await mailsTo(mailFolder, "owner@example.org")).length === 1);
    expectSentence(
      await runCommand(["invite", "No network", file], inFolder),
      /no network No network/,
    );
    await empty.end("SIGINT");
  });
});

describe("npm run token", () => {
  it("prints one token of a demo viewer and nothing else, beside a platform that runs", async () => {
    const { url } = await running();
    const { code, stdout, stderr } = await runCommand(
      ["token", "--demo", "group-co-lead"],
      variables(),
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const query = "{ workingGroups { nodes { code viewerCanEdit } } }";
    const { data } = await ask(url, { query, token: stdout.trim() });
    expect(data.workingGroups.nodes).toContainEqual({ code: "UK-3", viewerCanEdit: true });
  });

  it("says whose token it may be, when nobody or a stranger is named", async () => {
    const wrong = [[], ["--demo", "emperor"], ["--person", "org_1"], ["--expires", "soon"]];
    const ended = wrong.map(async (args) => {
      const { code, stdout, stderr } = await runCommand(["token", ...args], variables());
      expect([args, code, stdout]).toEqual([args, 1, ""]);
      expect(stderr).toMatch(/\S/);
      expect(stderr).not.toMatch(/^ +at /m);
    });
    await Promise.all(ended);
  });
});

async function count(url: string): Promise<number> {
  const { data } = await ask(url, { query: "{ organisations { totalCount } }" });
  return data.organisations.totalCount;
}

async function finds(url: string, name: string): Promise<boolean> {
  const query = `query ($text: String!) { searchOrganisations(text: $text) { nodes { name } } }`;
  const { data } = await ask(url, { query, variables: { text: name } });
  return data.searchOrganisations.nodes.some((one: { name: string }) => one.name === name);
}

async function onDatabase(sql: string): Promise<void> {
  const { url, stop: close } = await openPostgres({ dataFolder, durable: true });
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
  await close();
}

/** One sentence for a person: no stack, and an exit code that a script understands. */
function expectSentence(ended: { code: number | null; stderr: string }, pattern: RegExp): void {
  expect(ended.stderr).toMatch(pattern);
  expect(ended.stderr.trim().split("\n")).toHaveLength(1);
  expect(ended.code).toBe(1);
}
