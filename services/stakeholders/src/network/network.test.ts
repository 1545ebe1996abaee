import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { buildNetwork, codeOf, secretariatOf } from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { NetworkKind } from "./network.enum.ts";

const { db, execute, told } = createHarness(stakeholders);

const CREATE = `mutation ($input: CreateNetworkInput!) { createNetwork(input: $input) {
  id name kind countries description audience viewerCanEdit } }`;
const UPDATE = `mutation ($input: UpdateNetworkInput!) { updateNetwork(input: $input) {
  name countries audience } }`;
const INPUT = { name: " UK Group ", kind: "COUNTRY", countries: ["GB"], description: "Meets." };

describe("createNetwork", () => {
  it("enters a network and tells the change feed", async () => {
    const { data } = await execute(CREATE, { viewer: admin, input: INPUT });
    const { id, ...made } = data.createNetwork;
    const expected = { ...INPUT, name: "UK Group", audience: "PUBLIC", viewerCanEdit: true };
    expect(made).toEqual(expected);
    expect((await told("Network")).find((change) => change.id === id)?.payload).toEqual({
      protection: { audience: "PUBLIC", organisations: [], networks: [id] },
      name: "UK Group",
      kind: "COUNTRY",
      countries: ["GB"],
    });
  });

  it("makes one network of the same request sent twice", async () => {
    const request = { viewer: admin, input: { ...INPUT, idempotencyKey: "network" } };
    const [first, second] = [await execute(CREATE, request), await execute(CREATE, request)];
    expect(second.data.createNetwork.id).toBe(first.data.createNetwork.id);
  });

  it("refuses anonymous viewers, all but administrators, and what is not valid", async () => {
    const ask = async (viewer: typeof admin | null, part: object = {}) =>
      codeOf(await execute(CREATE, { viewer, input: { ...INPUT, ...part } }));
    expect(await ask(null)).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(buildViewer({ person: "per_1" }))).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(admin, { name: " " })).toMatchObject({ field: "name" });
    expect(await ask(admin, { countries: [] })).toMatchObject({ field: "countries" });
    expect(await ask(admin, { audience: null })).toMatchObject({ field: "audience" });
  });
});

describe("updateNetwork", () => {
  it("lets the secretariat change what is given, and leaves the rest", async () => {
    const network = await buildNetwork(db(), { countries: ["GB", "KE"] });
    const input = { id: network.id, name: "New", audience: "NETWORK" };
    const { data } = await execute(UPDATE, { viewer: secretariatOf(network), input });
    const expected = { name: "New", countries: ["GB", "KE"], audience: "NETWORK" };
    expect(data.updateNetwork).toEqual(expected);
  });

  it("refuses anonymous viewers, members, a blank name, and knows nothing hidden", async () => {
    const { id } = await buildNetwork(db());
    const hidden = await buildNetwork(db(), { audience: Audience.NOBODY });
    const member = buildViewer({ networks: [{ id, role: "MEMBER" }] });
    const ask = async (viewer: typeof member | null, input: object) =>
      codeOf(await execute(UPDATE, { viewer, input }));
    expect(await ask(null, { id })).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(member, { id })).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(admin, { id, name: null })).toMatchObject({ field: "name" });
    expect(await ask(member, { id: hidden.id })).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("networks", () => {
  const LIST = `query ($filter: NetworkFilter) {
    networks(filter: $filter) { nodes { name } totalCount } }`;

  it("lists by kind and country what the viewer may see, by name", async () => {
    const of = { kind: NetworkKind.COUNTRY, countries: ["FJ"] };
    const hidden = await buildNetwork(db(), { ...of, name: "Bua", audience: Audience.NETWORK });
    await buildNetwork(db(), { ...of, name: "âme" });
    await buildNetwork(db(), { ...of, name: "Zu", countries: ["TO"] });
    await buildNetwork(db(), { name: "Cala", countries: ["FJ"] });
    const filter = { kinds: { anyOf: ["COUNTRY"] }, countries: { anyOf: ["FJ"] } };
    const seenBy = async (viewer: typeof admin | null) =>
      (await execute(LIST, { viewer, filter })).data.networks as object;
    expect(await seenBy(null)).toEqual({ nodes: [{ name: "âme" }], totalCount: 1 });
    const both = { nodes: [{ name: "âme" }, { name: "Bua" }], totalCount: 2 };
    expect(await seenBy(buildViewer({ networks: [{ id: hidden.id, role: "MEMBER" }] }))).toEqual(
      both,
    );
    expect(await seenBy(admin)).toEqual(both);
  });

  it("always shows a network to its secretariat", async () => {
    const network = await buildNetwork(db(), { name: "Shy", audience: Audience.NOBODY });
    const GET = `query ($id: ID!) { network(id: $id) { name } }`;
    const ask = async (viewer: typeof admin | null) =>
      (await execute(GET, { viewer, id: network.id })).data.network as object | null;
    expect(await ask(secretariatOf(network))).toEqual({ name: "Shy" });
    expect(await ask(null)).toBeNull();
  });
});
