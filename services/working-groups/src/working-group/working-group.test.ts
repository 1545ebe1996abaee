import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { execute, told } = harness;
const { buildGroup, buildNetwork, buildOrganisation, buildSeat } = createFactories(harness);

const FIELDS = `id code name description workplan objectives { number } state network { id }
  audience viewerCanEdit createdAt updatedAt`;
const CREATE = `mutation ($input: CreateWorkingGroupInput!) {
  createWorkingGroup(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdateWorkingGroupInput!) {
  updateWorkingGroup(input: $input) { ${FIELDS} } }`;

const secretariatOf = (id: string) => buildViewer({ networks: [{ id, role: "SECRETARIAT" }] });
const coLeadOf = (id: string) => buildViewer({ groups: [{ id, role: "CO_LEAD" }] });

describe("createWorkingGroup", () => {
  it("sets a group up in the network of its secretariat, and tells of it", async () => {
    const network = await buildNetwork();
    const viewer = secretariatOf(network);
    const input = {
      code: " TWG-1 ",
      name: " Labour migration ",
      description: "",
      workplan: "2025–2028",
      objectives: [6, 5, 6],
      network,
      audience: "NETWORK",
    };
    const { data, errors } = await execute(CREATE, { viewer, input });
    expect(errors).toBeUndefined();
    expect(data.createWorkingGroup).toMatchObject({
      id: expect.stringMatching(/^grp_/) as string,
      code: "TWG-1",
      name: "Labour migration",
      description: null,
      workplan: "2025–2028",
      objectives: [{ number: 5 }, { number: 6 }],
      state: "PROPOSED",
      network: { id: network },
      audience: "NETWORK",
      viewerCanEdit: true,
    });
    const change = (await told("WorkingGroup")).find(({ id }) => id === data.createWorkingGroup.id);
    expect(change?.payload).toEqual({
      protection: { audience: "NETWORK", organisations: [], networks: [network] },
      code: "TWG-1",
      name: "Labour migration",
      description: null,
      workplan: "2025–2028",
      objectives: [5, 6],
      state: "PROPOSED",
      network,
      needs: [],
      quorum: null,
      charters: [],
      createdAt: expect.any(String),
      concludedAt: null,
    });
  });

  it("refuses an anonymous viewer, and a key that may only read", async () => {
    const input = { code: "A", name: "A" };
    expect(errorOf(await execute(CREATE, { input })).code).toBe("UNAUTHENTICATED");
    const key = { ...admin, kind: "key" as const, scopes: ["read"] };
    expect(errorOf(await execute(CREATE, { viewer: key, input })).code).toBe("FORBIDDEN");
  });

  it("refuses everybody but the secretariat of that very network", async () => {
    const network = await buildNetwork();
    const member = buildViewer({ networks: [{ id: network, role: "MEMBER" }] });
    for (const viewer of [member, secretariatOf(await buildNetwork()), buildViewer()]) {
      const input = { code: "B", name: "B", network };
      expect(errorOf(await execute(CREATE, { viewer, input })).code).toBe("FORBIDDEN");
    }
    const platforms = { viewer: secretariatOf(network), input: { code: "B", name: "B" } };
    expect(errorOf(await execute(CREATE, platforms)).code).toBe("FORBIDDEN");
  });

  it("says NOT_FOUND for a network that is missing, gone or hidden", async () => {
    const hidden = await buildNetwork({ audience: Audience.NOBODY });
    for (const network of ["net_missing", hidden]) {
      const input = { code: "C", name: "C", network };
      const viewer = network === hidden ? buildViewer() : admin;
      expect(errorOf(await execute(CREATE, { viewer, input }))).toEqual({
        code: "NOT_FOUND",
        type: "Network",
      });
    }
  });

  it.each([
    ["code", { code: " " }],
    ["code", { code: "x".repeat(41) }],
    ["name", { name: "" }],
    ["objectives", { objectives: [1, 24] }],
    ["objectives", { objectives: [0] }],
    ["state", { state: "ACTIVE" }],
  ])("refuses an invalid %s: %j", async (field, wrong) => {
    const input = { code: "D", name: "D", ...wrong };
    expect(errorOf(await execute(CREATE, { viewer: admin, input }))).toEqual({
      code: "BAD_USER_INPUT",
      field,
    });
  });

  it("keeps a code for one group of a network, whatever its case, and leaves it to others", async () => {
    const network = await buildNetwork();
    await buildGroup({ code: "Twg-9", network });
    const again = { viewer: admin, input: { code: "tWG-9", name: "Other", network } };
    expect(errorOf(await execute(CREATE, again))).toEqual({ code: "CONFLICT", field: "code" });
    await buildGroup({ code: "TWG-9", network: await buildNetwork() });
    await buildGroup({ code: "TWG-9" });
    const own = { viewer: admin, input: { code: "twg-9", name: "Other" } };
    expect(errorOf(await execute(CREATE, own))).toEqual({ code: "CONFLICT", field: "code" });
  });

  it("makes one group of one idempotency key, and refuses the key for another", async () => {
    const input = { code: "ONCE", name: "Once", idempotencyKey: "b5f8" };
    const first = await execute(CREATE, { viewer: admin, input });
    const second = await execute(CREATE, { viewer: admin, input });
    expect(second.data).toEqual(first.data);
    const other = { viewer: admin, input: { ...input, code: "TWICE" } };
    expect(errorOf(await execute(CREATE, other)).code).toBe("CONFLICT");
  });
});

describe("updateWorkingGroup", () => {
  it("changes what is given and keeps the rest, by a co-lead, and tells of it", async () => {
    const id = await buildGroup({ description: "Old", workplan: "2022–2024", objectives: [1] });
    const input = { id, name: "New", objectives: [23, 2], description: null, code: null };
    const { data } = await execute(UPDATE, { viewer: coLeadOf(id), input });
    expect(data.updateWorkingGroup).toMatchObject({
      name: "New",
      description: null,
      workplan: "2022–2024",
      objectives: [{ number: 2 }, { number: 23 }],
    });
    const { createdAt, updatedAt } = data.updateWorkingGroup;
    expect(Date.parse(updatedAt)).toBeGreaterThan(Date.parse(createdAt));
    const change = (await told("WorkingGroup")).find((one) => one.id === id);
    expect(change).toMatchObject({ version: 2, payload: { name: "New", objectives: [2, 23] } });
  });

  it("refuses an anonymous viewer", async () => {
    const id = await buildGroup();
    expect(errorOf(await execute(UPDATE, { input: { id, name: "X" } })).code).toBe(
      "UNAUTHENTICATED",
    );
  });

  it("refuses who may see it and not edit it, such as a member or an organisation's editor", async () => {
    const organisation = await buildOrganisation();
    const id = await buildGroup();
    await buildSeat({ group: id, organisation });
    const editor = buildViewer({ organisations: [{ id: organisation, role: "EDITOR" }] });
    const member = buildViewer({ groups: [{ id, role: "MEMBER" }] });
    for (const viewer of [editor, member]) {
      const answer = await execute(UPDATE, { viewer, input: { id, name: "X" } });
      expect(errorOf(answer).code).toBe("FORBIDDEN");
    }
  });

  it("says NOT_FOUND for a group that is missing or hidden", async () => {
    const hidden = await buildGroup({ audience: "NOBODY" });
    for (const id of [hidden, "grp_missing"]) {
      const answer = await execute(UPDATE, { viewer: buildViewer(), input: { id, name: "X" } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "WorkingGroup" });
    }
  });

  it("refuses a blank name, an objective that is none, and another group's code", async () => {
    const { id, taken } = { id: await buildGroup(), taken: "TAKEN" };
    await buildGroup({ code: taken });
    const codeOf = async (input: object) =>
      errorOf(await execute(UPDATE, { viewer: admin, input: { id, ...input } }));
    expect(await codeOf({ name: " " })).toEqual({ code: "BAD_USER_INPUT", field: "name" });
    expect(await codeOf({ objectives: [99] })).toMatchObject({ field: "objectives" });
    expect(await codeOf({ code: taken.toLowerCase() })).toEqual({
      code: "CONFLICT",
      field: "code",
    });
  });

  it("lets a group change the case of its own code", async () => {
    const id = await buildGroup({ code: "mixed" });
    const { data } = await execute(UPDATE, { viewer: admin, input: { id, code: "MIXED" } });
    expect(data.updateWorkingGroup.code).toBe("MIXED");
  });
});

it("tells the later of two who change a group at once both versions, and keeps the first", async () => {
  const id = await buildGroup({ name: "Before" });
  const change = (name: string) =>
    execute(
      `mutation ($input: UpdateWorkingGroupInput!) {
      updateWorkingGroup(input: $input) { name version } }`,
      {
        viewer: coLeadOf(id),
        input: { id, name, expectedVersion: 1 },
      },
    );
  const [first, second] = [await change("First"), await change("Second")];
  expect(first.data.updateWorkingGroup).toEqual({ name: "First", version: 2 });
  expect(second.errors?.[0]?.extensions).toMatchObject({
    ...{ code: "CONFLICT", field: "expectedVersion", type: "WorkingGroup" },
    stored: { version: 2, name: "First" },
    submitted: { expectedVersion: 1, name: "Second" },
  });
});
