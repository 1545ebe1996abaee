import { PlatformRole } from "@convene/identity/account/account.enum";
import { AccountService, insertAccount } from "@convene/identity/account/account.service";
import { createBetterAuth, openedSession } from "@convene/identity/sign-in/sign-in.auth";
import { createLocalJWKSet, jwtVerify } from "jose";
import request from "supertest";
import { ask, change, codeOf, tryChange } from "../test/ask.ts";
import { Browser } from "../test/browser.ts";
import { type Graphs, openEmptyGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { settle } from "../test/settle.ts";

const EMAIL = "ada@example.org";
const NETWORK = { name: "Network of the keys", kind: "COUNTRY", countries: ["GB"] };

let graphs: Omit<Graphs, "demo">;
beforeAll(async () => {
  graphs = await openEmptyGraphs(await temporaryFolder("api-keys"));
  const { transactions } = graphs.opened.services.identity.parts;
  const ada = { name: "Ada Okafor", email: EMAIL, emailVerified: true };
  await transactions.write((tx) => insertAccount(tx, { ...ada, platform: [PlatformRole.ADMIN] }));
  await settle(graphs.opened);
}, OPENING);
afterAll(async () => {
  await graphs.close();
  await removeTemporaryFolders();
});

/** A browser that somebody has signed in with. */
async function signedIn(url: string): Promise<Browser> {
  const { parts } = graphs.opened.services.identity;
  const account = await new AccountService(parts.db).byEmail(EMAIL);
  return new Browser(
    url,
    await openedSession(createBetterAuth(parts), account?.id ?? "", new Headers()),
  );
}

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const me = (headers: Record<string, string>) =>
    ask(url(), { query: "{ me { email platform } }", headers });

  const make = async ({ cookie }: Browser, input: object) =>
    change(url(), {
      field: "createApiKey",
      input: { name: "Script", ...input },
      selection: "secret apiKey { id }",
      headers: { cookie },
    });

  it("lets a script ask by a key as far as it reaches, until its owner ends it", async () => {
    const browser = await signedIn(url());
    const reader = await make(browser, {});
    const writer = await make(browser, { scopes: ["WRITE", "PLATFORM"] });
    const headers = { authorization: `Bearer ${reader.secret}` };
    expect((await me(headers)).data.me).toEqual({ email: EMAIL, platform: ["ADMIN"] });
    const input = { ...NETWORK, name: `${NETWORK.name}, ${transport}` };
    const create = (by: Record<string, string>) =>
      tryChange(url(), { field: "createNetwork", input, headers: by });
    expect(codeOf(await create(headers))).toBe("FORBIDDEN");
    const made = await create({ "x-api-key": writer.secret });
    expect(made.data.createNetwork.id).toMatch(/^net_/);
    // A key makes no keys, whatever its scopes.
    const another = { field: "createApiKey", input: { name: "Mine" }, selection: "secret" };
    expect(
      codeOf(await tryChange(url(), { ...another, headers: { "x-api-key": writer.secret } })),
    ).toBe("FORBIDDEN");

    // A token that was made by the key reaches as far, and ends with it.
    const { body } = await request(url()).post("/auth/token").set(headers).expect(200);
    const token = { authorization: `Bearer ${body.access_token}` };
    expect((await me(token)).data.me).toMatchObject({ email: EMAIL });
    expect(codeOf(await create(token))).toBe("FORBIDDEN");

    const revoke = { field: "revokeApiKey", input: { id: reader.apiKey.id } };
    await change(url(), { ...revoke, headers: { cookie: browser.cookie } });
    expect(codeOf(await me(headers))).toBe("UNAUTHENTICATED");
    expect(codeOf(await me(token))).toBe("UNAUTHENTICATED");
    expect(codeOf(await me({ "x-api-key": writer.secret }))).toBeUndefined();
  });

  it("gives a token for a session, verified by published keys, and ends it by signing out", async () => {
    const browser = await signedIn(url());
    const { cookie } = browser;
    const { body } = await request(url()).post("/auth/token").set({ cookie }).expect(200);
    const keys = await request(url()).get("/auth/jwks.json").expect(200);
    const claims = { issuer: "convene-identity", audience: "convene" };
    await jwtVerify(body.access_token, createLocalJWKSet(keys.body), claims);
    const token = { authorization: `Bearer ${body.access_token}` };
    expect((await me(token)).data.me).toMatchObject({ email: EMAIL });
    await browser.send("/auth/account/sign-out", {});
    expect(codeOf(await me(token))).toBe("UNAUTHENTICATED");
  });
});
