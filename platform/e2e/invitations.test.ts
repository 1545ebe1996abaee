import { join } from "node:path";
import { insertAccount } from "@convene/identity/account/account.service";
import { PlatformRole } from "@convene/identity/account/account.enum";
import { createBetterAuth, openedSession } from "@convene/identity/sign-in/sign-in.auth";
import { ask, change, codeOf, tryChange } from "../test/ask.ts";
import { Browser, linkMailed, mailsTo } from "../test/browser.ts";
import { type Graphs, openEmptyGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { settle } from "../test/settle.ts";

let graphs: Omit<Graphs, "demo">;
let mailFolder: string;
let admin: Record<string, string>;
beforeAll(async () => {
  const dataFolder = await temporaryFolder("invitations");
  mailFolder = join(dataFolder, "mail");
  graphs = await openEmptyGraphs(dataFolder);
  const { parts } = graphs.opened.services.identity;
  const ada = { name: "Ada Okafor", email: "ada@example.org", emailVerified: true };
  const account = await parts.transactions.write((tx) =>
    insertAccount(tx, { ...ada, platform: [PlatformRole.ADMIN] }),
  );
  const cookies = await openedSession(createBetterAuth(parts), account.id, new Headers());
  admin = { cookie: new Browser("", cookies).cookie };
}, OPENING);
afterAll(async () => {
  await graphs.close();
  await removeTemporaryFolders();
});

const INVITED = `created resent unchanged skipped problems { line field cell reason }
  invitations { id email state organisation { id name countries } }`;

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const place = transport.replaceAll(" ", "-").toLowerCase();
  const shelter = { name: `Ferrybridge Shelter ${place}`, email: `owner@${place}.example` };
  const advice = { name: `Quayside Advice ${place}`, email: `advice@${place}.example` };
  const csv = `Organisation;E-mail;Country;Language
${shelter.name};Owner@${place}.example;GBR;fr
Harbour Kitchen ${place};no address;;
;nobody@${place}.example;;
${advice.name};${advice.email};Atlantis;
${shelter.name};${shelter.email};GB;
`;
  let network: string;
  const invite = (input: object = {}, headers = admin) =>
    tryChange(url(), {
      field: "inviteOrganisations",
      input: { network, csv, ...input },
      selection: INVITED,
      headers,
    });

  beforeAll(async () => {
    const input = { name: `Network ${place}`, kind: "COUNTRY", countries: ["GB"] };
    network = (await change(url(), { field: "createNetwork", input, headers: admin })).id;
  });

  it("invites by a table, of which bad rows are told and good ones taken, once", async () => {
    expect(codeOf(await invite({}, {}))).toBe("UNAUTHENTICATED");
    const { data, errors } = await invite();
    expect(errors).toBeUndefined();
    const { problems, invitations, ...counts } = data.inviteOrganisations;
    expect(counts).toEqual({ created: 2, resent: 0, unchanged: 1, skipped: 2 });
    expect(problems).toEqual([
      { line: 3, field: "email", cell: "no address", reason: "is no mail address" },
      { line: 4, field: "name", cell: null, reason: "is blank, and this field is needed" },
      expect.objectContaining({ line: 5, field: "country", cell: "Atlantis" }),
    ]);
    expect(invitations).toEqual([
      expect.objectContaining({
        email: shelter.email,
        state: "OPEN",
        organisation: expect.objectContaining({ name: shelter.name, countries: ["GB"] }),
      }),
      expect.objectContaining({
        email: advice.email,
        organisation: expect.objectContaining({ name: advice.name, countries: ["GB"] }),
      }),
    ]);
    const query = `query ($id: ID!) { network(id: $id) {
      members(first: 9) { nodes { organisation { name } } } invitations(first: 9) { nodes { id } } } }`;
    const asked = { query, variables: { id: network } };
    const seen = (await ask(url(), { ...asked, headers: admin })).data.network;
    expect(seen.invitations.nodes).toHaveLength(2);
    expect(seen.members.nodes).toContainEqual({ organisation: { name: shelter.name } });
    expect((await ask(url(), asked)).data.network.invitations.nodes).toEqual([]);

    await linkMailed(mailFolder, shelter.email);
    const [mail] = await mailsTo(mailFolder, shelter.email);
    expect(mail?.subject).toContain("Invitation");
    const again = (await invite({ resend: true })).data.inviteOrganisations;
    expect(again).toMatchObject({ created: 0, resent: 0, unchanged: 3, skipped: 2 });
    await settle(graphs.opened);
    expect(await mailsTo(mailFolder, shelter.email)).toHaveLength(1);
  });

  it("makes whoever accepts the owner of the organisation, once", async () => {
    const path = await linkMailed(mailFolder, shelter.email);
    const token = new URL(path, "http://x").searchParams.get("token") ?? "";
    const owner = new Browser(url());
    expect((await owner.get(path)).text).toContain(shelter.name);
    expect((await owner.send("/auth/invitation", { token: `${token}x`, name: "Eve" })).status).toBe(
      410,
    );
    const nameless = await owner.send("/auth/invitation", { token, name: " " });
    expect([nameless.status, nameless.text.includes("Give your name")]).toEqual([400, true]);
    const accepted = await owner.send("/auth/invitation", { token, name: "Bo Lindqvist" });
    expect(accepted.status).toBe(303);
    expect((await new Browser(url()).send("/auth/invitation", { token, name: "Eve" })).status).toBe(
      410,
    );
    await settle(graphs.opened);
    expect((await owner.get(accepted.location ?? "")).text).toContain("is yours to look after");

    const headers = { cookie: owner.cookie };
    const found = (await invite()).data.inviteOrganisations.invitations[0];
    expect(found.state).toBe("ACCEPTED");
    const input = { id: found.organisation.id, description: "A roof for a night" };
    const edit = { field: "updateOrganisation", input, selection: "description" };
    expect(codeOf(await tryChange(url(), edit))).toBe("UNAUTHENTICATED");
    expect(await change(url(), { ...edit, headers })).toEqual({ description: input.description });
    // An owner is not the secretariat.
    expect(codeOf(await invite({}, headers))).toBe("FORBIDDEN");
    const other = await invite({ csv: `name,email\n${shelter.name},other@${place}.example\n` });
    expect(other.data.inviteOrganisations.problems).toEqual([
      expect.objectContaining({ line: 2, reason: "has an owner already, who can name others" }),
    ]);
  });

  it("takes an invitation back, and then its link is dead", async () => {
    const path = await linkMailed(mailFolder, advice.email);
    const { invitations } = (await invite()).data.inviteOrganisations;
    const { id } = invitations.find(({ email }: { email: string }) => email === advice.email);
    const revoke = { field: "revokeInvitation", input: { id }, selection: "state" };
    expect(codeOf(await tryChange(url(), revoke))).toBe("UNAUTHENTICATED");
    expect(await change(url(), { ...revoke, headers: admin })).toEqual({ state: "REVOKED" });
    // The service of accounts hears of it by the feed.
    await settle(graphs.opened);
    expect((await new Browser(url()).get(path)).status).toBe(410);
    const token = new URL(path, "http://x").searchParams.get("token") ?? "";
    expect((await new Browser(url()).send("/auth/invitation", { token, name: "Eve" })).status).toBe(
      410,
    );
  });

  it("tells whoever was late that somebody else owns it, and erases them whole", async () => {
    const email = `late@${place}.example`;
    const name = `Lantern Yard ${place}`;
    const make = (field: string, input: object) => change(url(), { field, input, headers: admin });
    const { id } = await make("createOrganisation", { name, countries: ["GB"] });
    const { invitations } = (await invite({ csv: `name,email\n${name},${email}\n` })).data
      .inviteOrganisations;
    expect(invitations[0].organisation.id).toBe(id);
    const path = await linkMailed(mailFolder, email);
    const keeper = await make("createPerson", { name: "Keeper" });
    await make("addRole", { organisation: id, person: keeper.id, access: "OWNER" });
    const token = new URL(path, "http://x").searchParams.get("token") ?? "";
    const late = new Browser(url());
    const { location } = await late.send("/auth/invitation", { token, name: "Late" });
    await settle(graphs.opened);
    expect((await late.get(location ?? "")).text).toContain("was not given to you");
    const { data } = await ask(url(), {
      query: `query ($id: ID!) { network(id: $id) { invitations(first: 1) { nodes { state } } } }`,
      variables: { id: network },
      headers: admin,
    });
    expect(data.network.invitations.nodes).toEqual([{ state: "REFUSED" }]);

    expect((await late.send("/auth/account/data/erase", { email })).status).toBe(200);
    await settle(graphs.opened);
    expect((await late.get("/auth/account")).location).toBe("/auth/sign-in");
    for (const service of ["identity", "stakeholders"] as const) {
      const sql = `SELECT to_jsonb(t)::text AS text FROM invitation AS t
        UNION ALL SELECT to_jsonb(t)::text FROM outbox AS t`;
      const rows: { text: string }[] = await graphs.opened.services[service].parts.db.query(sql);
      expect(rows.filter(({ text }) => text.includes(email))).toEqual([]);
    }
  });
});
