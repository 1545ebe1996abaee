import { AsyncLocalStorage } from "node:async_hooks";
import { join } from "node:path";
import { Writable } from "node:stream";
import { insertAccount } from "@convene/identity/account/account.service";
import { pino } from "pino";
import { attack, type Reply, send } from "../test/attack/graph-client.ts";
import { Tally } from "../test/attack/tally.ts";
import { leakOf } from "../test/attack/verdict.ts";
import { ask } from "../test/ask.ts";
import { Browser, linkMailed } from "../test/browser.ts";
import { type Graphs, openEmptyGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { adminToken } from "../test/tokens.ts";

const logged: string[] = [];
const tally = new Tally();
let graphs: Omit<Graphs, "demo">;
let mailFolder: string;

beforeAll(async () => {
  const dataFolder = await temporaryFolder("secrecy");
  mailFolder = join(dataFolder, "mail");
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  const log = pino({ level: "trace" }, stream);
  graphs = await openEmptyGraphs(dataFolder, { production: true, log });
}, OPENING);
afterAll(async () => {
  tally.close();
  await graphs.close();
  await removeTemporaryFolders();
});

const TOLD_ANEW = new Set(["date", "x-request-id", "keep-alive"]);

/** All that tells one answer from another, but for when it came. */
const whole = ({ status, headers, text }: Reply) => ({
  status,
  text,
  headers: [...headers].filter(([name]) => !TOLD_ANEW.has(name)),
});

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const nameOf = (what: string) =>
    `${what}-${transport.replaceAll(" ", "-")}@example.org`.toLowerCase();
  const form = (path: string, fields: Record<string, string>, headers = {}) =>
    send(url() + path, {
      method: "POST",
      headers: { origin: url(), ...headers },
      body: new URLSearchParams(fields),
    });

  async function makeAccount(email: string): Promise<void> {
    const { transactions } = graphs.opened.services.identity.parts;
    const account = { name: "Bo Lindqvist", email, emailVerified: true, platform: [] };
    await transactions.write((tx) => insertAccount(tx, account));
  }

  it("answers a known and an unknown mail alike, to the byte, before a mail is written", async () => {
    const [known, unknown] = [nameOf("known"), nameOf("other")];
    await makeAccount(known);
    for (const path of ["/auth/sign-in", "/auth/password"]) {
      const fields = { password: "a long guess that is wrong" };
      const one = await form(path, { email: known, ...fields });
      const other = await form(path, { email: unknown, ...fields });
      expect(whole({ ...one, text: one.text.replaceAll(known, unknown) })).toEqual(whole(other));
      const leak = leakOf(one) ?? leakOf(other);
      tally.note("known and unknown mail", { refused: true, leak }, path);
      expect(leak).toBeNull();
    }
  });

  it("works as much for a known as for an unknown mail: the same statements", async () => {
    const [known, unknown] = [nameOf("counted"), nameOf("uncounted")];
    await makeAccount(known);
    const statements = new Statements(graphs);
    await statements.of(nameOf("warms-up"));
    const first = await statements.of(known);
    expect(first.length).toBeGreaterThan(2);
    expect(await statements.of(unknown)).toEqual(first);
    tally.note("known and unknown mail", { refused: true, leak: null }, "statements");
  });

  it("lets a link in once, also when four send it at once, and keeps no cookie that was planted", async () => {
    const email = nameOf("linked");
    await makeAccount(email);
    await form("/auth/sign-in", { email });
    const path = await linkMailed(mailFolder, email);
    const token = new URL(path, url()).searchParams.get("token") ?? "";
    const planted = "convene.session_token=planted.by-somebody-else";
    const forged = [`${token}x`, "' OR 1=1 --"];
    for (const bad of forged) {
      const { status } = await form("/auth/link", { token: bad });
      tally.note(
        "links that are forged",
        { refused: status >= 400, leak: status < 400 ? bad : null },
        bad,
      );
      expect(status).toBe(410);
    }
    const tries = Array.from({ length: 4 }, () =>
      form("/auth/link", { token }, { cookie: planted }),
    );
    const answers = await Promise.all(tries);
    const entered = answers.filter(({ status }) => status === 303);
    for (const { status } of answers) {
      const leak = entered.length === 1 ? null : `${entered.length} came in`;
      tally.note("a link that is replayed", { refused: status !== 303, leak }, path);
    }
    expect(entered).toHaveLength(1);
    const set = entered[0]?.headers.getSetCookie().join("; ") ?? "";
    expect(set).toMatch(/session_token=.*HttpOnly/);
    expect(set).not.toContain("planted");
    const reply = await attack(url(), { query: "{ me { id } }", headers: { cookie: planted } });
    expect(reply.data).toEqual({ me: null });
    tally.note("session fixation", { refused: true, leak: null }, planted);
  });

  it("leads nowhere else after signing in, and gives nobody a role by a field of a form", async () => {
    const email = nameOf("led");
    await makeAccount(email);
    const elsewhere = "https://evil.example/";
    const more = {
      ...{
        callbackURL: elsewhere,
        redirectTo: elsewhere,
        next: "//evil.example",
        returnTo: elsewhere,
      },
      ...{ platform: "ADMIN", role: "admin", emailVerified: "true", personId: "per_x", name: "X" },
    };
    await form(`/auth/sign-in?${new URLSearchParams(more).toString()}`, { email, ...more });
    const path = await linkMailed(mailFolder, email);
    expect(path).not.toContain("evil.example");
    const bo = new Browser(url());
    const token = new URL(path, url()).searchParams.get("token") ?? "";
    const { location } = await bo.send(`/auth/link?next=${elsewhere}`, { token, ...more });
    expect(location).toBe("/auth/account");
    const { data } = await ask(url(), {
      query: "{ me { name platform } }",
      headers: { cookie: bo.cookie },
    });
    expect(data.me).toEqual({ name: "Bo Lindqvist", platform: [] });
    tally.note("mass assignment", { refused: true, leak: null }, "forms");
  });

  it("writes no secret to a log and into no answer", async () => {
    const email = nameOf("CanaryMail").toLowerCase();
    await makeAccount(email);
    await form("/auth/sign-in", { email });
    const path = await linkMailed(mailFolder, email);
    const linkToken = new URL(path, url()).searchParams.get("token") ?? "";
    const bo = new Browser(url());
    await bo.send("/auth/link", { token: linkToken });
    const bearer = await adminToken(graphs);
    const [cookie = ""] = bo.cookie.split("=").slice(1);
    expect([linkToken, cookie]).not.toContain("");
    const word = (what: string) => `canary${what}${transport.length}`;
    const key = `cnv_${word("key").padEnd(43, "x")}`;
    const secrets = [email, linkToken, bearer, cookie, key, graphs.secrets.secret]
      .concat(["bearer", "cookie", "password", "upload", "link", "variable", "text"].map(word))
      .concat([graphs.secrets.tokenKey.d]);
    const query =
      "query ($id: ID!, $t: String) { organisation(id: $id) { name } nodes(ids: [$id]) { id } searchOrganisations(text: $t) { totalCount } me { email } }";
    const variables = { id: `org_${word("variable")}`, t: word("text") };
    const faults = await graphs.takeDown(transport, "stakeholders");
    const replies: Reply[] = [];
    const put = async (headers: Record<string, string>) => {
      replies.push(await attack(url(), { query, variables, headers }));
      replies.push(await attack(url(), { query: `${query} {`, variables, headers }));
    };
    await put({ authorization: `Bearer ${bearer}` });
    await put({ authorization: `Bearer ${word("bearer")}.b.c` });
    await put({ "x-api-key": key });
    await put({ cookie: `convene.session_token=${word("cookie")}` });
    const name = { name: email, description: word("text") };
    const change =
      "mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }";
    replies.push(await attack(url(), { query: change, variables: { input: name }, token: bearer }));
    await faults();
    await put({ cookie: bo.cookie, origin: url() });
    replies.push(
      await form("/auth/password", { email: "x@example.org", password: word("password") }),
    );
    replies.push(await form("/auth/link", { token: word("link") }));
    replies.push(
      await send(`${url()}/uploads/stakeholders/imp_x?token=${word("upload")}`, {
        method: "PUT",
        body: "x",
      }),
    );
    const log = logged.join("");
    expect(log).toContain("answered");
    for (const secret of secrets) {
      // What somebody sent of their own, and their own address, may come back to them alone.
      const own = new Set([email, word("variable"), word("text")]);
      const answered = !own.has(secret) && replies.some(({ text }) => text.includes(secret));
      const leak = log.includes(secret) ? "in the log" : answered ? "in an answer" : null;
      tally.note("secrets in logs and answers", { refused: true, leak }, secret.slice(0, 12));
    }
    expect(tally.leaks).toEqual([]);
  });
});

/** The statements that the service of accounts gives to PostgreSQL for one wish for a link. */
class Statements {
  private readonly seen = new AsyncLocalStorage<string[]>();

  constructor(private readonly graphs: Pick<Graphs, "opened">) {
    const { driver } = graphs.opened.services.identity.parts.db;
    const { master } = driver as unknown as { master: Pool };
    const known = new WeakSet<object>();
    // As they are sent, since a client of ours keeps its own `query`.
    master.on("acquire", ({ connection }) => {
      if (known.has(connection)) return;
      known.add(connection);
      const { query, parse } = connection;
      connection.query = (text) => {
        this.seen.getStore()?.push(text);
        query.call(connection, text);
      };
      connection.parse = (asked, ...more) => {
        this.seen.getStore()?.push(asked.text);
        parse.call(connection, asked, ...more);
      };
    });
  }

  async of(email: string): Promise<readonly string[]> {
    const { auth } = this.graphs.opened.services.identity;
    const seen: string[] = [];
    await this.seen.run(seen, async () => {
      const headers = {
        "content-type": "application/x-www-form-urlencoded",
        origin: "http://convene.test",
      };
      const body = new URLSearchParams({ email }).toString();
      const request = {
        method: "POST",
        path: "/auth/sign-in",
        origin: "http://convene.test",
      } as const;
      const answer = await auth?.answer({ ...request, headers, body, client: "192.0.2.77" });
      expect(answer?.status).toBe(200);
    });
    return seen;
  }
}

/** Of pg, which tells no types of it. */
interface Connection {
  query: (text: string) => void;
  parse: (asked: { readonly text: string }, ...more: unknown[]) => void;
}

interface Pool {
  on(event: "acquire", told: (client: { readonly connection: Connection }) => void): void;
}
