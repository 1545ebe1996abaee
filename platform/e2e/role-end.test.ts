import { Account } from "@convene/identity/account/account.entity";
import { PlatformRole } from "@convene/identity/account/account.enum";
import { insertAccount } from "@convene/identity/account/account.service";
import { createBetterAuth, openedSession } from "@convene/identity/sign-in/sign-in.auth";
import { newId } from "@convene/shared/type-id";
import request from "supertest";
import { type Answer, ask, change, codeOf, tryChange } from "../test/ask.ts";
import { Browser } from "../test/browser.ts";
import { eventually } from "../test/eventually.ts";
import { overProcesses } from "../test/config.ts";
import { FAR, type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { adminToken, personToken } from "../test/tokens.ts";

let graphs: Graphs;
let admin: string;
beforeAll(async () => {
  graphs = await openGraphs();
  admin = await adminToken(graphs);
}, OPENING);
afterAll(() => graphs.close());

/** What becomes of the work of a test, some milliseconds from now. */
async function after(passed: number, work: () => Promise<Answer>): Promise<Answer> {
  const clock = jest.spyOn(Date, "now").mockReturnValue(Date.now() + passed);
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
}

/** A kind of role: how it is given to somebody, what takes it, and what it lets them change. */
interface Kind {
  readonly give: (person: string) => { readonly field: string; readonly input: object };
  readonly end: string;
  readonly changes: () => { readonly field: string; readonly input: object };
  /** Asks whether the viewer may, in a question that changes nothing. */
  readonly query: () => string;
}

const organisation = () => graphs.demo.organisations["greenlatch-casework"] ?? "";
const group = () => graphs.demo.groups["services-in-cities"] ?? "";
let network: string;

const KINDS: Readonly<Record<string, Kind>> = {
  "of an organisation": {
    give: (person) => ({
      field: "addRole",
      input: { person, organisation: organisation(), access: "EDITOR" },
    }),
    end: "endRole",
    changes: () => ({ field: "updateOrganisation", input: { id: organisation(), website: null } }),
    query: () => `{ it: organisation(id: "${organisation()}") { viewerCanEdit } }`,
  },
  "of a group": {
    give: (person) => ({
      field: "addSeat",
      input: {
        ...{ group: group(), organisation: organisation(), delegate: person },
        ...{ role: "CO_LEAD", onBehalfOf: person },
      },
    }),
    end: "endSeat",
    changes: () => ({ field: "updateWorkingGroup", input: { id: group(), workplan: null } }),
    query: () => `{ it: workingGroup(id: "${group()}") { viewerCanEdit } }`,
  },
  "of a network": {
    give: (person) => ({
      field: "addNetworkMember",
      input: { network, person, role: "SECRETARIAT" },
    }),
    end: "endNetworkMember",
    changes: () => ({ field: "updateNetwork", input: { id: network, description: null } }),
    query: () => `{ it: network(id: "${network}") { viewerCanEdit } }`,
  },
};

// The clock of another process cannot be set.
const withClock = overProcesses() ? describe.skip : describe;

withClock("a role that another takes away", () => {
  describe.each(TRANSPORTS)("%s", (transport) => {
    const url = () => graphs.url(transport);

    beforeAll(async () => {
      const { data } = await ask(url(), { query: "{ networks { nodes { id } } }" });
      network = data.networks.nodes[0].id;
    });

    it.each(Object.entries(KINDS))(
      "%s lets nobody change anything a minute later",
      async (_, kind) => {
        const { id: person } = await change(url(), {
          field: "createPerson",
          input: { name: "Somebody new", audience: "PUBLIC" },
          token: admin,
        });
        const { id } = await change(url(), { ...kind.give(person), token: admin });
        const token = await personToken(graphs, person);
        const may = async () => (await ask(url(), { query: kind.query(), token })).data.it;
        expect(await may()).toEqual({ viewerCanEdit: true });
        await change(url(), { field: kind.end, input: { id }, token: admin });
        const late = await after(60_000, () => tryChange(url(), { ...kind.changes(), token }));
        expect(codeOf(late)).toBe("FORBIDDEN");
        expect(await may()).toEqual({ viewerCanEdit: false });
      },
    );

    it("of the platform is over at once for who is signed in", async () => {
      const { account, browser } = await signedIn(url());
      const headers = { cookie: browser.cookie };
      const edit = () => tryChange(url(), { ...changesOrganisation(), headers });
      expect(codeOf(await edit())).toBeUndefined();
      const { data } = await ask(url(), { query: "{ me { platform } }", headers });
      expect(data.me).toEqual({ platform: ["ADMIN"] });
      const { manager } = graphs.opened.services.identity.parts.db;
      await manager.update(Account, { id: account }, { platform: [] });
      await atOnce(async () => codeOf(await edit()) === "FORBIDDEN");
    });

    it("goes at once with the session of who signs out", async () => {
      const { browser } = await signedIn(url());
      const headers = { cookie: browser.cookie };
      const { data } = await ask(url(), { query: "{ me { id } }", headers });
      expect(data.me).not.toBeNull();
      await browser.send("/auth/account/sign-out", {});
      const late = await tryChange(url(), { ...changesOrganisation(), headers });
      expect(codeOf(late)).toBe("UNAUTHENTICATED");
    });
  });
});

const changesOrganisation = () => ({
  field: "updateOrganisation",
  input: { id: organisation(), website: null },
});

/** An administrator, in a browser. */
async function signedIn(url: string) {
  const { parts } = graphs.opened.services.identity;
  const email = `${newId("acc")}@example.org`;
  const given = { name: "Ada", email, emailVerified: true, platform: [PlatformRole.ADMIN] };
  const { id } = await parts.transactions.write((tx) => insertAccount(tx, given));
  const cookies = await openedSession(createBetterAuth(parts), id, new Headers());
  return { account: id, browser: new Browser(url, cookies) };
}

/** A few milliseconds, or on a busy machine some hundreds: far from what is remembered unless told. */
async function atOnce(isSo: () => Promise<boolean>): Promise<void> {
  expect(await eventually(isSo)).toBeLessThan(5_000);
}

// Two gateways over the same services: what ends by way of one is over at the other.
describe.each(TRANSPORTS)("by way of another gateway than the one %s", (transport) => {
  const here = () => graphs.url(transport);
  const there = () => graphs.url(TRANSPORTS.find((other) => other !== transport) ?? transport);

  const isIn = async (headers: Record<string, string>) => {
    const { data } = await ask(here(), { query: "{ me { id } }", headers });
    return Boolean(data?.me);
  };

  it("a session, a key and a token of it end at once, and nobody else's", async () => {
    const { browser } = await signedIn(there());
    const { browser: stranger } = await signedIn(there());
    const cookie = { cookie: browser.cookie };
    const key = await change(there(), {
      field: "createApiKey",
      input: { name: "Script" },
      selection: "secret apiKey { id }",
      headers: cookie,
    });
    const byKey = { "x-api-key": String(key.secret) };
    const { body } = await request(there()).post("/auth/token").set(byKey).expect(200);
    const byToken = { authorization: `Bearer ${body.access_token}` };
    const all = [cookie, byKey, byToken, { cookie: stranger.cookie }];
    const areIn = () => Promise.all(all.map(isIn));
    expect(await areIn()).toEqual([true, true, true, true]);
    const revoke = { field: "revokeApiKey", input: { id: key.apiKey.id } };
    await change(there(), { ...revoke, headers: cookie });
    await atOnce(async () => !(await isIn(byKey)) && !(await isIn(byToken)));
    expect(await areIn()).toEqual([true, false, false, true]);
    await browser.send("/auth/account/sign-out", {});
    await atOnce(async () => !(await isIn(cookie)));
    expect(await areIn()).toEqual([false, false, false, true]);
  });
});

it("lets nobody in by what was remembered while the service of accounts is out of reach", async () => {
  const { browser } = await signedIn(graphs.url(FAR));
  const asked = () =>
    ask(graphs.url(FAR), { query: "{ me { id } }", headers: { cookie: browser.cookie } });
  expect((await asked()).data.me).not.toBeNull();
  const bringBack = await graphs.takeDown(FAR, "identity");
  try {
    await atOnce(async () => codeOf(await asked()) === "SERVICE_UNAVAILABLE");
  } finally {
    await bringBack();
  }
  await atOnce(async () => Boolean((await asked()).data?.me));
});
