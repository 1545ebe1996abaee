import { Account } from "@convene/identity/account/account.entity";
import { PlatformRole } from "@convene/identity/account/account.enum";
import { insertAccount } from "@convene/identity/account/account.service";
import { createBetterAuth, openedSession } from "@convene/identity/sign-in/sign-in.auth";
import { newId } from "@convene/shared/type-id";
import { type Answer, ask, change, codeOf, tryChange } from "../test/ask.ts";
import { Browser } from "../test/browser.ts";
import { overProcesses } from "../test/config.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
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

    it("of the platform is over a quarter of a minute later for who is signed in", async () => {
      const { account, browser } = await signedIn();
      const headers = { cookie: browser.cookie };
      const edit = () => tryChange(url(), { ...changesOrganisation(), headers });
      expect(codeOf(await edit())).toBeUndefined();
      const { data } = await ask(url(), { query: "{ me { platform } }", headers });
      expect(data.me).toEqual({ platform: ["ADMIN"] });
      const { manager } = graphs.opened.services.identity.parts.db;
      await manager.update(Account, { id: account }, { platform: [] });
      expect(codeOf(await after(15_000, edit))).toBe("FORBIDDEN");
    });

    it("goes at once with the session of who signs out", async () => {
      const { browser } = await signedIn();
      const headers = { cookie: browser.cookie };
      const { data } = await ask(url(), { query: "{ me { id } }", headers });
      expect(data.me).not.toBeNull();
      await browser.send("/auth/account/sign-out", {});
      const late = await tryChange(url(), { ...changesOrganisation(), headers });
      expect(codeOf(late)).toBe("UNAUTHENTICATED");
    });

    const changesOrganisation = () => ({
      field: "updateOrganisation",
      input: { id: organisation(), website: null },
    });

    /** An administrator, in a browser. */
    async function signedIn() {
      const { parts } = graphs.opened.services.identity;
      const email = `${newId("acc")}@example.org`;
      const platform = [PlatformRole.ADMIN];
      const given = { name: "Ada", email, emailVerified: true, platform };
      const { id } = await parts.transactions.write((tx) => insertAccount(tx, given));
      const cookies = await openedSession(createBetterAuth(parts), id, new Headers());
      return { account: id, browser: new Browser(url(), cookies) };
    }
  });
});
