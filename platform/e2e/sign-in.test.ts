import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { AccountService, insertAccount } from "@convene/identity/account/account.service";
import { createBetterAuth, openedSession } from "@convene/identity/sign-in/sign-in.auth";
import { beginAnew, beginIn } from "../src/runtime/beginning.ts";
import { ask, change, codeOf } from "../test/ask.ts";
import { Browser, linkMailed, mailsTo } from "../test/browser.ts";
import { FAR, type Graphs, openEmptyGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { createEmptyDatabase } from "../test/demo-database.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { settle } from "../test/settle.ts";

let graphs: Omit<Graphs, "demo">;
let mailFolder: string;
beforeAll(async () => {
  const dataFolder = await temporaryFolder("sign-in");
  mailFolder = join(dataFolder, "mail");
  graphs = await openEmptyGraphs(dataFolder);
}, OPENING);
afterAll(async () => {
  await graphs.close();
  await removeTemporaryFolders();
});

const ME = "{ me { id name email platform person { id name } sessions { id } } }";

const me = async ({ url, cookie }: Browser) =>
  (await ask(url, { query: ME, headers: { cookie } })).data.me;

const tokenOf = (path: string): string => new URL(path, "http://x").searchParams.get("token") ?? "";

it("begins empty with a link that makes the first administrator, once", async () => {
  const { identity } = graphs.opened.services;
  const url = graphs.url(FAR);
  const first = await beginIn(identity, url);
  expect(first?.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/auth\/administrator\?token=[\w-]{43}$/);
  expect(await beginIn(identity, url)).toEqual({ link: null });
  const link = (await beginAnew(identity, url)) ?? "";
  const token = tokenOf(link);
  const given = { name: "Ada Okafor", email: "ada@example.org" };

  const ada = new Browser(url);
  const old = await ada.send("/auth/administrator", {
    ...given,
    token: tokenOf(first?.link ?? ""),
  });
  expect(old.status).toBe(410);
  expect(
    (await ada.send("/auth/administrator", { ...given, token }, "http://evil.test")).status,
  ).toBe(403);
  expect((await ada.get(link.slice(url.length))).text).toContain("The first administrator");
  const done = await ada.send("/auth/administrator", { ...given, token });
  expect([done.status, done.location]).toEqual([303, "/auth/account"]);
  expect((await ada.get("/auth/account")).text).toContain("Hello, Ada Okafor");
  expect((await new Browser(url).send("/auth/administrator", { ...given, token })).status).toBe(
    410,
  );
  expect(await beginIn(identity, url)).toBeNull();
  expect(await beginAnew(identity, url)).toBeNull();

  await settle(graphs.opened);
  const account = await me(ada);
  expect(account).toMatchObject({ ...given, platform: ["ADMIN"], person: { name: "Ada Okafor" } });
  const headers = { cookie: ada.cookie };
  const network = await change(url, {
    field: "createNetwork",
    input: { name: "Network of the empty", kind: "COUNTRY", countries: ["GB"] },
    selection: "viewerCanEdit members(first: 5) { nodes { role person { id } } }",
    headers,
  });
  expect(network).toEqual({
    viewerCanEdit: true,
    members: { nodes: [{ role: "SECRETARIAT", person: { id: account.person.id } }] },
  });
  // Nobody else sees the person.
  const query = `query ($id: ID!) { node(id: $id) { id } }`;
  const { data } = await ask(url, { query, variables: { id: account.person.id } });
  expect(data.node).toBeNull();
});

it("prints the first administrator's link where the service runs alone", async () => {
  const { url, drop } = await createEmptyDatabase();
  try {
    const env = {
      PATH: process.env["PATH"],
      DATABASE_URL: url,
      CONVENE_SECRET: graphs.secrets.secret,
      PUBLIC_URL: "https://graph.example.org",
    };
    const main = join(import.meta.dirname, "../../services/identity/src/main.ts");
    const args = ["--import", "tsx", main, "administrator"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    expect(stdout).toMatch(
      /^https:\/\/graph\.example\.org\/auth\/administrator\?token=[\w-]{43}\n$/,
    );
  } finally {
    await drop();
  }
});

describe.each(TRANSPORTS)("%s", (transport) => {
  const email = `${transport.replaceAll(" ", "-").toLowerCase()}@example.org`;
  const url = () => graphs.url(transport);

  beforeAll(async () => {
    const { transactions } = graphs.opened.services.identity.parts;
    const account = { name: "Bo Lindqvist", email, emailVerified: true, platform: [] };
    await transactions.write((tx) => insertAccount(tx, account));
  });

  it("signs in by a link that is mailed, which works once, and tells nobody who has an account", async () => {
    const bo = new Browser(url());
    const known = await bo.send("/auth/sign-in", { email });
    const unknown = await bo.send("/auth/sign-in", { email: `nobody-${email}` });
    expect(unknown).toEqual(known);
    expect(known.text).toContain("Look into your mail");
    const path = await linkMailed(mailFolder, email);
    expect(await mailsTo(mailFolder, `nobody-${email}`)).toEqual([]);

    // Programs that look at links do not use them up.
    expect((await bo.get(path)).text).toContain("press the button");
    expect((await bo.get(path.replace("/link", "/magic-link/verify"))).status).toBe(404);
    const forged = `${tokenOf(path).split(".", 1).join("")}.${"A".repeat(43)}`;
    expect((await bo.send("/auth/link", { token: forged })).status).toBe(410);
    expect(await me(bo)).toBeNull();
    expect((await bo.send("/auth/link", { token: tokenOf(path) })).location).toBe("/auth/account");
    expect(await me(bo)).toMatchObject({ name: "Bo Lindqvist", email, platform: [] });
    expect((await new Browser(url()).send("/auth/link", { token: tokenOf(path) })).status).toBe(
      410,
    );
  });

  it("sees and ends one's own sessions alone, and signs out at once", async () => {
    const [one, other, stranger] = await Promise.all([
      signedIn(email),
      signedIn(email),
      signedIn("ada@example.org"),
    ]);
    const sessions: { id: string }[] = (await me(one)).sessions;
    const theirs: { id: string }[] = (await me(stranger)).sessions;
    expect(sessions.length).toBeGreaterThanOrEqual(2);
    expect(sessions.filter(({ id }) => theirs.some((session) => session.id === id))).toEqual([]);
    const query = `mutation ($id: ID!) { endSession(input: { id: $id }) { id } }`;
    const end = (id: string, headers: Record<string, string>) =>
      ask(url(), { query, variables: { id }, headers });
    expect(codeOf(await end(theirs[0]?.id ?? "", { cookie: one.cookie }))).toBe("NOT_FOUND");
    expect(codeOf(await end(theirs[0]?.id ?? "", {}))).toBe("UNAUTHENTICATED");

    expect(await me(other)).not.toBeNull();
    const { cookie } = other;
    await other.send("/auth/account/sign-out", {});
    expect((await ask(url(), { query: ME, headers: { cookie } })).data.me).toBeNull();
    expect((await other.get("/auth/account")).location).toBe("/auth/sign-in");
    const third = await signedIn(email);
    expect(await me(third)).not.toBeNull();
    await one.send("/auth/account/sign-out-elsewhere", {});
    expect(await me(third)).toBeNull();
    expect((await me(one)).sessions).toHaveLength(1);
    expect(await me(stranger)).not.toBeNull();
  });

  it("does not let a page of another site ask by cookie", async () => {
    const { cookie } = await signedIn(email);
    const asked = async (headers: Record<string, string>) =>
      codeOf(await ask(url(), { query: ME, headers: { cookie, ...headers } }));
    expect(await asked({ origin: url(), "sec-fetch-site": "same-origin" })).toBeUndefined();
    expect(await asked({ origin: "http://evil.test" })).toBe("FORBIDDEN");
    expect(await asked({ "sec-fetch-site": "cross-site" })).toBe("FORBIDDEN");
    expect(await asked({ "sec-fetch-site": "same-site" })).toBe("FORBIDDEN");
  });

  /** A browser that somebody has signed in with: links are mailed but once a minute. */
  async function signedIn(address: string): Promise<Browser> {
    const { parts } = graphs.opened.services.identity;
    const account = await new AccountService(parts.db).byEmail(address);
    const auth = createBetterAuth(parts);
    const cookies = await openedSession(auth, account?.id ?? "", new Headers());
    return new Browser(url(), cookies);
  }
});
