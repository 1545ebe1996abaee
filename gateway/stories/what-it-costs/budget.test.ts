import type { AuthDoor } from "@convene/shared/auth-door";
import { parseList } from "structured-headers";
import { parseGatewayConfig } from "../../src/config.ts";
import type { BudgetSizes } from "../../src/limit/budget.ts";
import { limitsOf } from "../../src/limit/limit-settings.ts";
import { buildLibrary } from "../closed-by-default/library.ts";
import { type Answer, type OpenedStory, openGateway } from "../open-gateway.ts";
import { makeTokens, type TokenMaker } from "../who-asks/token.ts";

const SMALL: BudgetSizes = { anonymous: 1_000, signedIn: 2_000, key: 4_000 };
/** Costs 450. */
const PAGE = "{ books(first: 399) { nodes { id } } }";
/** Costs 152. */
const CHANGE = 'mutation { a: addBook(title: "Emma") { id } b: addBook(title: "Eve") { id } }';

let tokens: TokenMaker;
let gateway: OpenedStory;
let titles: readonly string[];

beforeAll(async () => {
  tokens = await makeTokens();
});
afterEach(() => gateway.close());

/** Two keys of one account. */
const KEYS = ["one", "two"].map((name) => `cnv_${name.padEnd(43, "_")}`);
const auth: AuthDoor = {
  answer: () => Promise.reject(new Error("nobody asks for pages here")),
  session: () => Promise.resolve(null),
  grant: () => Promise.resolve(null),
  tokenKeys: () => Promise.resolve({ keys: [] }),
  key: (key) =>
    Promise.resolve(
      KEYS.includes(key) ? { id: "acc_ada", person: null, platform: [], scopes: ["read"] } : null,
    ),
};

const open = async (budgets?: BudgetSizes): Promise<void> => {
  const library = buildLibrary();
  titles = library.titles;
  gateway = await openGateway({
    services: [library.service],
    transport: "in process",
    tokens: tokens.options,
    trustedProxies: ["loopback"],
    auth,
    ...(budgets && { budgets }),
  });
};

const from = (address: string) => ({ "x-forwarded-for": address });
const as = async (sub: string) => ({ authorization: `Bearer ${await tokens.token({ sub })}` });

/** The one member of a structured field that is a list. */
function memberOf({ headers }: Answer, name: string): Record<string, unknown> {
  const [[policy, parameters] = []] = parseList(headers.get(name) ?? "");
  return { policy, ...Object.fromEntries(parameters ?? []) };
}

describe("a client", () => {
  it("is told what it may spend, and what is left of it", async () => {
    await open(SMALL);
    const answer = await gateway.ask(PAGE);
    expect(answer.status).toBe(200);
    expect(memberOf(answer, "ratelimit-policy")).toEqual({
      policy: "anonymous",
      q: 1_000,
      qu: "cost",
      w: 60,
    });
    expect(memberOf(answer, "ratelimit")).toEqual({ policy: "anonymous", r: 550, t: 27 });
    // Some comes back while this test goes on.
    const { r } = memberOf(await gateway.ask("}{"), "ratelimit");
    expect(r).toBeGreaterThanOrEqual(500);
    expect(r).toBeLessThan(550);
  });

  it("is refused what is beyond it, before anything is done, and told when to ask again", async () => {
    await open(SMALL);
    await gateway.ask(PAGE);
    await gateway.ask(PAGE);
    const refused = await gateway.ask(CHANGE);
    expect(refused.status).toBe(429);
    expect(refused.data).toBeUndefined();
    expect(refused.errors).toEqual([
      {
        message: expect.stringMatching(/costs 152, and \d\d are left/),
        extensions: { code: "LIMIT_EXCEEDED" },
      },
    ]);
    expect(titles).toEqual(["Persuasion"]);
    const { t } = memberOf(refused, "ratelimit");
    expect([5, 6, 7]).toContain(t);
    expect(refused.headers.get("retry-after")).toBe(String(t));
    expect((await gateway.ask("{ __typename }")).status).toBe(200);
    expect((await gateway.ask("{ __typename }")).status).toBe(429);
  });

  it("may ask once for more than all of it", async () => {
    await open(SMALL);
    const large = PAGE.replace("399", "5000");
    expect((await gateway.ask(large)).status).toBe(200);
    const { status, headers } = await gateway.ask(large);
    expect(status).toBe(429);
    expect(headers.get("retry-after")).toMatch(/^[1-3]$/);
  });

  it("spends it on the document of what is held of them, too", async () => {
    await open(SMALL);
    const headers = await as("acc_ada");
    const read = () => gateway.send("/personal-data?person=per_ada", { headers });
    expect((await read()).status).toBe(200);
    const refused = await read();
    expect(refused.status).toBe(429);
    expect(memberOf(refused, "ratelimit")).toMatchObject({ policy: "signed-in" });
  });

  it("has no budget where none is set", async () => {
    await open();
    const { headers } = await gateway.ask(PAGE);
    expect([headers.get("ratelimit"), headers.get("ratelimit-policy")]).toEqual([null, null]);
  });
});

describe("a budget is that of", () => {
  it("an address, for those who are not signed in", async () => {
    await open(SMALL);
    await gateway.ask(PAGE, from("203.0.113.9"));
    await gateway.ask(PAGE, from("203.0.113.9"));
    expect((await gateway.ask(PAGE, from("203.0.113.9"))).status).toBe(429);
    expect((await gateway.ask(PAGE, from("203.0.113.10"))).status).toBe(200);
  });

  it("all addresses of IPv6 that one client has", async () => {
    await open(SMALL);
    for (const address of ["2001:db8:0:1::1", "2001:0db8::1:a:b:c:d"]) {
      expect((await gateway.ask(PAGE, from(address))).status).toBe(200);
    }
    expect((await gateway.ask(PAGE, from("2001:db8:0:1:ffff::"))).status).toBe(429);
    expect((await gateway.ask(PAGE, from("2001:db8:0:2::1"))).status).toBe(200);
  });

  it("an account, wherever it asks from, and of nobody else there", async () => {
    await open(SMALL);
    const ada = await as("acc_ada");
    for (const n of [1, 2, 3, 4]) {
      const answer = await gateway.ask(PAGE, { ...ada, ...from(`203.0.113.${n}`) });
      expect(memberOf(answer, "ratelimit")).toMatchObject({
        policy: "signed-in",
        r: expect.any(Number),
      });
    }
    expect((await gateway.ask(PAGE, { ...ada, ...from("203.0.113.5") })).status).toBe(429);
    expect(
      (await gateway.ask(PAGE, { ...(await as("acc_eva")), ...from("203.0.113.1") })).status,
    ).toBe(200);
    expect((await gateway.ask(PAGE, from("203.0.113.1"))).status).toBe(200);
  });
});

describe("a budget of their own", () => {
  it("have the keys of an account, one for all of them, beside its owner's", async () => {
    await open(SMALL);
    const [one = "", two = ""] = KEYS;
    const byKey = (key: string, n: number) =>
      gateway.ask(PAGE, { "x-api-key": key, ...from(`203.0.113.${n}`) });
    for (let n = 1; n <= 8; n += 1) {
      const answer = await byKey(one, n);
      expect([answer.status, answer.extensions]).toEqual([200, { cost: 450 }]);
      expect(memberOf(answer, "ratelimit-policy")).toMatchObject({ policy: "key", q: 4_000 });
    }
    for (const key of [one, two]) {
      const refused = await byKey(key, 9);
      expect(refused.status).toBe(429);
      expect(memberOf(refused, "ratelimit")).toMatchObject({ policy: "key" });
    }
    expect((await gateway.ask(PAGE, await as("acc_ada"))).status).toBe(200);
    expect((await gateway.ask(PAGE, from("203.0.113.1"))).status).toBe(200);
  });
});

describe("the variables", () => {
  const settings = (variables: Record<string, string>) =>
    limitsOf(
      parseGatewayConfig({
        CONVENE_SECRET: "d41c08fa72b95e6310c7a9d2e84f6b53",
        SERVICES: "far=http://far",
        ...variables,
      }),
    );

  it("give everybody room in production, and no bounds in development", () => {
    expect(settings({}).budgets).toEqual({
      anonymous: 600_000,
      signedIn: 1_200_000,
      key: 3_000_000,
    });
    const none = { anonymous: null, signedIn: null, key: null };
    expect(settings({ NODE_ENV: "development" }).budgets).toEqual(none);
    expect(settings({ LIMITS: "off", BUDGET_KEY: "5000" }).budgets).toEqual(none);
  });

  it("leave room in each class for pages of 100 with a page of 10 in every one, many times a minute", () => {
    const page = 50 + 1 + 100 * (1 + 1 + 10 + 1 + 10 + 1 + 10 + 1 + 10);
    for (const size of Object.values(settings({}).budgets))
      expect(size).toBeGreaterThan(100 * page);
  });

  it("say each size, or that there is none", () => {
    const given = { BUDGET_ANONYMOUS: "5000", BUDGET_KEY: "off" };
    expect(settings(given).budgets).toEqual({ anonymous: 5_000, signedIn: 1_200_000, key: null });
    expect(settings({ ...given, NODE_ENV: "development" }).budgets.anonymous).toBe(5_000);
    expect(() => settings({ BUDGET_SIGNED_IN: "10" })).toThrow(
      /BUDGET_SIGNED_IN is not valid: want a number/,
    );
  });
});
