import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  buildHeldRole,
  buildMember,
  buildOrganisation,
  buildPerson,
  codeOf,
  secretariatOf,
  viewerOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { followDecision } from "../report/takedown.service.ts";
import { RoleAccess } from "../role/role.enum.ts";

const { db, execute, service, tell, told } = createHarness(stakeholders);

const CREATE = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) {
  id name about audience viewerCanEdit } }`;
const UPDATE = `mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { name about } }`;
const DELETE = `mutation ($input: DeletePersonInput!) { deletePerson(input: $input) { name } }`;
const GET = `query ($id: ID!) { person(id: $id) { name } }`;

const payloadOf = async (type: string, id: string) =>
  (await told(type)).find((change) => change.id === id)?.payload;

describe("createPerson", () => {
  it("enters somebody for an organisation, whose people then see and may change them", async () => {
    const organisation = await buildOrganisation(db());
    const viewer = viewerOf([organisation]);
    const input = { name: " Ada ", about: "Digs.", organisation: organisation.id };
    const { id, ...made } = (await execute(CREATE, { viewer, input })).data.createPerson;
    expect(made).toEqual({ name: "Ada", about: "Digs.", audience: "NETWORK", viewerCanEdit: true });
    expect(await payloadOf("Person", id)).toEqual({
      protection: { audience: "NETWORK", organisations: [organisation.id], networks: [] },
      name: "Ada",
      organisations: [],
      isMailed: false,
    });
    const seen = await execute(GET, { viewer: viewerOf([organisation], "DELEGATE"), id });
    expect(seen.data.person).toEqual({ name: "Ada" });
    expect((await execute(GET, { id })).data.person).toBeNull();
  });

  it("lets secretariats and administrators enter somebody without an organisation", async () => {
    for (const viewer of [admin, secretariatOf({ id: "net_1" })]) {
      const { data } = await execute(CREATE, { viewer, input: { name: "Bo" } });
      expect(data.createPerson).toMatchObject({ name: "Bo", audience: "NETWORK" });
    }
  });

  it("makes one person of the same request sent twice", async () => {
    const request = { viewer: admin, input: { name: "Twice", idempotencyKey: "person" } };
    const [first, second] = [await execute(CREATE, request), await execute(CREATE, request)];
    expect(second.data.createPerson.id).toBe(first.data.createPerson.id);
  });

  it("refuses anonymous viewers, those of other organisations, and what is not valid", async () => {
    const { id } = await buildOrganisation(db());
    const hidden = await buildOrganisation(db(), { audience: Audience.NOBODY });
    const stranger = viewerOf([await buildOrganisation(db())]);
    const ask = async (viewer: typeof stranger | null, input: object) =>
      codeOf(await execute(CREATE, { viewer, input: { name: "Cy", ...input } }));
    expect(await ask(null, {})).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(stranger, {})).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(stranger, { organisation: id })).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(stranger, { organisation: hidden.id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await ask(admin, { name: " " })).toMatchObject({ field: "name" });
    expect(await ask(admin, { audience: null })).toMatchObject({ field: "audience" });
  });
});

describe("updatePerson", () => {
  it("lets people change their own record, also one that is shown to nobody", async () => {
    const { id } = await buildPerson(db(), { audience: Audience.NOBODY, about: "Old." });
    const viewer = buildViewer({ person: id });
    const { data } = await execute(UPDATE, { viewer, input: { id, name: "Dee", about: null } });
    expect(data.updatePerson).toEqual({ name: "Dee", about: null });
    expect(await payloadOf("Person", id)).toMatchObject({ name: "Dee" });
  });

  it("refuses anonymous viewers, strangers who see them, those who do not, and a blank name", async () => {
    const seen = await buildPerson(db(), { audience: Audience.PUBLIC });
    const hidden = await buildPerson(db());
    const stranger = viewerOf([await buildOrganisation(db())], "OWNER");
    const ask = async (viewer: typeof stranger | null, input: object) =>
      codeOf(await execute(UPDATE, { viewer, input }));
    expect(await ask(null, { id: seen.id })).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(stranger, { id: seen.id })).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(stranger, { id: hidden.id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await ask(admin, { id: seen.id, name: "" })).toMatchObject({ field: "name" });
  });
});

describe("deletePerson", () => {
  it("erases: a tombstone, roles that end and keep their titles, no membership of their own", async () => {
    const { id } = await buildPerson(db(), { name: "Eve" });
    const role = await buildHeldRole(db(), {
      personId: id,
      title: "Chair",
      access: RoleAccess.OWNER,
      startDate: "2020-01-01",
    });
    const member = await buildMember(db(), { personId: id });
    const themselves = { viewer: buildViewer({ person: id }), input: { id } };
    expect(codeOf(await execute(DELETE, themselves))).toMatchObject({ code: "FORBIDDEN" });
    const { data } = await execute(DELETE, { viewer: admin, input: { id } });
    expect(data.deletePerson).toEqual({ name: "Eve" });
    expect(await payloadOf("Person", id)).toBeNull();
    expect(await payloadOf("NetworkMember", member.id)).toBeNull();
    const left = await execute(
      `query ($id: ID!) { organisation(id: $id) { roles { nodes {
        title access endDate person { name } } } } }`,
      { viewer: admin, id: role.organisationId },
    );
    const today = new Date().toISOString().slice(0, 10);
    expect(left.data.organisation.roles.nodes).toEqual([
      { title: "Chair", access: null, endDate: today, person: null },
    ]);
    const stored: unknown[] = await db().query(
      `SELECT 1 FROM outbox WHERE payload::text LIKE '%Eve%'
       UNION ALL SELECT 1 FROM person WHERE name = 'Eve'`,
    );
    expect(stored).toEqual([]);
  });

  it("keeps the only administrator, and of two who are erased at once the second", async () => {
    const people = [await buildPerson(db(), {}), await buildPerson(db(), {})];
    const [first = "", second = ""] = people.map(({ id }) => id);
    const erase = async (id: string) =>
      (await execute(DELETE, { viewer: admin, input: { id } })).errors?.[0]?.extensions["code"];
    await tell("identity", { type: "Administrator", id: "acc_one", payload: { person: first } });
    expect(await erase(first)).toBe("CONFLICT");
    await tell("identity", { type: "Administrator", id: "acc_two", payload: { person: second } });
    const both = await Promise.all([erase(first), erase(second)]);
    expect(both.sort()).toEqual(["CONFLICT", undefined]);
  });

  it("refuses anonymous viewers, editors of their keeper, strangers, and knows nobody hidden", async () => {
    const keeper = await buildOrganisation(db());
    const person = await buildPerson(db(), { audience: Audience.PUBLIC, keeperId: keeper.id });
    const hidden = await buildPerson(db());
    const editor = viewerOf([keeper]);
    const ask = async (viewer: typeof editor | null, id: string) =>
      codeOf(await execute(DELETE, { viewer, input: { id } }));
    expect(await ask(null, person.id)).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(editor, person.id)).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(editor, hidden.id)).toMatchObject({ code: "NOT_FOUND" });
    expect(await ask(editor, "nonsense")).toMatchObject({ code: "NOT_FOUND" });
  });
});

it("is erased once their account says that they ask for it, and is not made anew by the feed", async () => {
  const account = { type: "Account", id: "acc_1", payload: { person: "per_ada", name: "Ada" } };
  await tell("identity", account);
  const cell = "INSERT INTO import_problem (import_id, position, line, code, message, cell)";
  const start = `mutation { startImport(input: { fileName: "a.csv", kind: ORGANISATIONS }) { id } }`;
  const { id } = (await execute(start, { viewer: admin })).data.startImport;
  await db().query(`${cell} VALUES ($1, 1, 1, 'WORTH_A_LOOK', 'Twice', 'chaired by ada')`, [id]);
  await tell("identity", { type: "Erasure", id: "per_ada", payload: {} });
  expect(await payloadOf("Person", "per_ada")).toBeNull();
  expect(await db().query("SELECT cell FROM import_problem")).toEqual([{ cell: null }]);
  await service().parts.feeds.rebuild();
  expect(await payloadOf("Person", "per_ada")).toBeNull();
});

it("is shown to everybody once they agree, to their networks at most once they do not, each once", async () => {
  await tell("identity", {
    type: "Account",
    id: "acc_2",
    payload: { person: "per_bea", name: "Bea" },
  });
  const agree = (listed: boolean) =>
    tell("identity", { type: "Listing", id: "per_bea", payload: { listed } });
  const audience = async () =>
    ((await payloadOf("Person", "per_bea")) as { protection: { audience: string } }).protection
      .audience;
  await agree(true);
  expect(await audience()).toBe("PUBLIC");
  await agree(false);
  expect(await audience()).toBe("NETWORK");
  await agree(true);
  const viewer = buildViewer({ person: "per_bea" });
  await execute(UPDATE, { viewer, input: { id: "per_bea", audience: "NOBODY" } });
  await service().parts.feeds.rebuild();
  expect(await audience()).toBe("NOBODY");
  const log = `SELECT before, after, changed_by AS by FROM audience_change
    WHERE person_id = 'per_bea' ORDER BY id`;
  expect(await db().query(log)).toEqual([
    { before: "NOBODY", after: "PUBLIC", by: null },
    { before: "PUBLIC", after: "NETWORK", by: null },
    { before: "NETWORK", after: "PUBLIC", by: null },
    { before: "PUBLIC", after: "NOBODY", by: viewer.id },
  ]);
  await expect(db().query("DELETE FROM audience_change")).rejects.toThrow("never changed");
});

it("stays taken down whatever they agree to, and is shown by that once restored", async () => {
  const { id } = await buildPerson(db(), { audience: Audience.PUBLIC });
  const agree = (listed: boolean) => tell("identity", { type: "Listing", id, payload: { listed } });
  const audience = async () =>
    ((await payloadOf("Person", id)) as { protection: { audience: string } }).protection.audience;
  const decide = (decision: "hide" | "restore") =>
    service().parts.transactions.write((tx) => followDecision(tx, id, decision));
  await decide("hide");
  await agree(false);
  await agree(true);
  expect(await audience()).toBe("TAKEN_DOWN");
  expect((await execute(GET, { id })).data.person).toBeNull();
  await agree(false);
  await decide("restore");
  expect(await audience()).toBe("NETWORK");
});

it("lists the people whom the viewer may see, themselves among them, and counts no others", async () => {
  const self = await buildPerson(db(), { name: "Żaba", audience: Audience.NOBODY });
  await buildPerson(db(), { name: "zed", audience: Audience.PUBLIC });
  await buildPerson(db(), { name: "Zoe", audience: Audience.ORGANISATION });
  const after = Buffer.from(JSON.stringify(["z", ""])).toString("base64url");
  const LIST = `query ($after: String) { people(after: $after) { nodes { name } totalCount } }`;
  const { data } = await execute(LIST, { viewer: buildViewer({ person: self.id }), after });
  expect(data.people.nodes).toEqual([{ name: "Żaba" }, { name: "zed" }]);
  const everybody = await execute(LIST, { after });
  expect(everybody.data.people.nodes).toEqual([{ name: "zed" }]);
  const counts = [data, everybody.data].map(({ people }) => people.totalCount as number);
  expect((counts[0] ?? 0) - (counts[1] ?? 0)).toBe(1);
});
