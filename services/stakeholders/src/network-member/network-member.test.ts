import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  buildHeldRole,
  buildHiddenOrganisation,
  buildMember,
  buildNetwork,
  buildOrganisation,
  buildPerson,
  codeOf,
  daysFromToday,
  secretariatOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";

const { db, execute, sqlOf, told } = createHarness(stakeholders);

const ADD = `mutation ($input: AddNetworkMemberInput!) { addNetworkMember(input: $input) {
  id role startDate endDate network { id } organisation { id } person { id } } }`;
const END = `mutation ($input: EndNetworkMemberInput!) { endNetworkMember(input: $input) { endDate } }`;
const payloadOf = async (type: string, id: string) =>
  (await told(type)).find((change) => change.id === id)?.payload;

describe("addNetworkMember", () => {
  it("takes an organisation in, and tells of it, of the organisation and of its people", async () => {
    const [network, organisation] = [await buildNetwork(db()), await buildOrganisation(db())];
    const { personId } = await buildHeldRole(db(), { organisationId: organisation.id });
    const input = { network: network.id, organisation: organisation.id, role: "HOST" };
    const answer = await execute(ADD, { viewer: secretariatOf(network), input });
    const { id, ...member } = answer.data.addNetworkMember;
    expect(member).toEqual({
      role: "HOST",
      startDate: daysFromToday(0),
      endDate: null,
      network: { id: network.id },
      organisation: { id: organisation.id },
      person: null,
    });
    expect(await payloadOf("NetworkMember", id)).toEqual({
      network: network.id,
      organisation: organisation.id,
      person: null,
      role: "HOST",
      startDate: daysFromToday(0),
      endDate: null,
    });
    const networks = [network.id];
    expect(await payloadOf("Organisation", organisation.id)).toMatchObject({
      protection: { networks },
    });
    expect(await payloadOf("Person", personId ?? "")).toMatchObject({
      protection: { organisations: [organisation.id], networks },
    });
  });

  it("takes a person in on their own", async () => {
    const network = await buildNetwork(db());
    const person = await buildPerson(db(), { audience: Audience.PUBLIC });
    const input = { network: network.id, person: person.id };
    const { data } = await execute(ADD, { viewer: admin, input });
    expect(data.addNetworkMember).toMatchObject({ role: "MEMBER", person: { id: person.id } });
    expect(await payloadOf("Person", person.id)).toMatchObject({
      protection: { networks: [network.id] },
    });
  });

  it("refuses the same twice in the same role at the same time", async () => {
    const member = await buildMember(db(), { startDate: "2024-01-01", endDate: "2024-06-01" });
    const ends = { network: member.networkId, organisation: member.organisationId };
    const ask = (part: object) => execute(ADD, { viewer: admin, input: { ...ends, ...part } });
    expect(codeOf(await ask({ startDate: "2024-05-31" }))).toMatchObject({ code: "CONFLICT" });
    expect((await ask({ startDate: "2024-06-01" })).errors).toBeUndefined();
    expect((await ask({ startDate: "2024-02-01", role: "OBSERVER" })).errors).toBeUndefined();
  });

  it("adds one member for the same request sent twice", async () => {
    const [network, organisation] = [await buildNetwork(db()), await buildOrganisation(db())];
    const ends = { network: network.id, organisation: organisation.id };
    const request = { viewer: admin, input: { ...ends, idempotencyKey: "member" } };
    const [first, second] = [await execute(ADD, request), await execute(ADD, request)];
    expect(second.data.addNetworkMember.id).toBe(first.data.addNetworkMember.id);
  });

  it("refuses anonymous viewers, members, unclear members, and knows nothing hidden", async () => {
    const [network, { id }] = [await buildNetwork(db()), await buildOrganisation(db())];
    const hidden = await buildHiddenOrganisation(db());
    const person = await buildPerson(db());
    const member = buildViewer({ networks: [{ id: network.id, role: "MEMBER" }] });
    const secretariat = secretariatOf(network);
    const ask = async (viewer: typeof member | null, part: object) =>
      codeOf(await execute(ADD, { viewer, input: { network: network.id, ...part } }));
    expect(await ask(null, { organisation: id })).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(member, { organisation: id })).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(secretariat, {})).toMatchObject({ field: "organisation" });
    const both = { organisation: id, person: person.id };
    expect(await ask(secretariat, both)).toMatchObject({ field: "organisation" });
    const dates = { startDate: "2024-02-01", endDate: "2024-01-01" };
    expect(await ask(secretariat, { organisation: id, ...dates })).toMatchObject({
      field: "endDate",
    });
    for (const part of [{ organisation: hidden.id }, { person: person.id }, { network: "net_x" }]) {
      expect(await ask(secretariat, part)).toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("endNetworkMember", () => {
  it("ends it today, and the organisation stands there no longer", async () => {
    const network = await buildNetwork(db());
    const organisation = await buildOrganisation(db(), { networks: [network.id] });
    const ends = { networkId: network.id, organisationId: organisation.id };
    const member = await buildMember(db(), { ...ends, startDate: "2024-01-01" });
    const viewer = secretariatOf(network);
    const { data } = await execute(END, { viewer, input: { id: member.id } });
    expect(data.endNetworkMember.endDate).toBe(daysFromToday(0));
    expect(await payloadOf("Organisation", organisation.id)).toMatchObject({
      protection: { networks: [] },
    });
    expect(await payloadOf("NetworkMember", member.id)).toMatchObject({
      endDate: daysFromToday(0),
    });
  });

  it("gives nothing back that has ended, nor a second time in the same role", async () => {
    const past = { startDate: "2020-01-01", endDate: "2024-01-01" };
    const ended = await buildMember(db(), past);
    const ends = { networkId: ended.networkId, organisationId: ended.organisationId };
    const held = await buildMember(db(), { ...ends, endDate: daysFromToday(5) });
    await buildMember(db(), { ...ends, startDate: daysFromToday(10) });
    const viewer = secretariatOf({ id: ended.networkId });
    const ask = async (id: string, days: number) =>
      codeOf(await execute(END, { viewer, input: { id, endDate: daysFromToday(days) } }));
    expect(await ask(ended.id, 3)).toMatchObject({ code: "CONFLICT" });
    expect(await ask(held.id, 11)).toMatchObject({ code: "CONFLICT" });
    expect(await ask(held.id, 10)).toBeUndefined();
  });

  it("refuses anonymous viewers, members, an end before the start, and knows nothing hidden", async () => {
    const { id, networkId } = await buildMember(db(), { startDate: "2024-01-01" });
    const { id: organisationId } = await buildHiddenOrganisation(db());
    const hidden = await buildMember(db(), { networkId, organisationId });
    const member = buildViewer({ networks: [{ id: networkId, role: "MEMBER" }] });
    const ask = async (viewer: typeof member | null, input: object) =>
      codeOf(await execute(END, { viewer, input }));
    expect(await ask(null, { id })).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(member, { id })).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(admin, { id, endDate: "2023-12-31" })).toMatchObject({ field: "endDate" });
    expect(await ask(member, { id: hidden.id })).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the members of a network", () => {
  const MEMBERS = `query ($id: ID!, $onDate: Date, $asOf: Date) { network(id: $id) { members(onDate: $onDate, asOf: $asOf) {
    nodes { role organisation { name } person { name } } totalCount } } }`;

  it("are those whom the viewer may see, and no others are counted", async () => {
    const { id: networkId } = await buildNetwork(db());
    const open = await buildOrganisation(db(), { name: "Open" });
    const hidden = await buildHiddenOrganisation(db());
    const person = await buildPerson(db(), { name: "Pat", networks: [networkId] });
    const since = (startDate: string) => ({ networkId, startDate });
    await buildMember(db(), { ...since("2020-01-01"), organisationId: open.id });
    await buildMember(db(), { ...since("2021-01-01"), organisationId: hidden.id });
    await buildMember(db(), { ...since("2022-01-01"), personId: person.id });
    const seenBy = async (viewer: typeof admin | null, days: object = {}) => {
      const { data } = await execute(MEMBERS, { viewer, id: networkId, ...days });
      return data.network.members as object;
    };
    const organisation = { role: "MEMBER", organisation: { name: "Open" }, person: null };
    const pat = { role: "MEMBER", organisation: null, person: { name: "Pat" } };
    expect(await seenBy(null)).toEqual({ nodes: [organisation], totalCount: 1 });
    const member = buildViewer({ networks: [{ id: networkId, role: "MEMBER" }] });
    expect(await seenBy(member)).toEqual({ nodes: [organisation, pat], totalCount: 2 });
    expect(await seenBy(admin)).toMatchObject({ totalCount: 3 });
    expect(await seenBy(admin, { onDate: "2020-06-01" })).toMatchObject({ totalCount: 1 });
    expect(await seenBy(admin, { asOf: "2021-06-01" })).toMatchObject({ totalCount: 2 });
  });

  it("are read for many networks in five statements, and from their other ends in three", async () => {
    const ids: string[] = [];
    for (const startDate of ["2020-01-01", "2020-01-02"]) {
      const { networkId } = await buildMember(db(), { startDate });
      const person = await buildPerson(db(), { audience: Audience.PUBLIC });
      await buildMember(db(), { networkId, personId: person.id });
      ids.push(networkId);
    }
    const keys = ids.map((id) => ({ __typename: "Network", id }));
    const sql = await sqlOf(() =>
      execute(
        `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Network {
          members { totalCount nodes { organisation { name } person { name } } } } } }`,
        { keys },
      ),
    );
    expect(sql).toHaveLength(5);
    const back = await sqlOf(() =>
      execute(`{ organisations { nodes { networks { nodes { network { name } } } } } }`),
    );
    expect(back).toHaveLength(3);
  });
});

it("shows the memberships of organisations and people only in networks that the viewer sees", async () => {
  const { id: networkId } = await buildNetwork(db(), { audience: Audience.NOBODY });
  const person = await buildPerson(db(), { audience: Audience.PUBLIC });
  const { organisationId } = await buildMember(db(), { networkId });
  const member = await buildMember(db(), { networkId, personId: person.id });
  const BOTH = `query ($organisation: ID!, $person: ID!, $keys: [_Any!]!) {
    organisation(id: $organisation) { networks { totalCount nodes { role } } }
    person(id: $person) { networks { totalCount nodes { role } } }
    _entities(representations: $keys) { ... on NetworkMember { role } ... on Network { kind } } }`;
  const keys = [
    { __typename: "NetworkMember", id: member.id },
    { __typename: "Network", id: networkId },
    { __typename: "Network", id: "net_gone" },
  ];
  const variables = { organisation: organisationId, person: person.id, keys };
  const nothing = { networks: { totalCount: 0, nodes: [] } };
  expect((await execute(BOTH, variables)).data).toEqual({
    organisation: nothing,
    person: nothing,
    _entities: [null, null, null],
  });
  const one = { networks: { totalCount: 1, nodes: [{ role: "MEMBER" }] } };
  expect((await execute(BOTH, { ...variables, viewer: admin })).data).toEqual({
    organisation: one,
    person: one,
    _entities: [{ role: "MEMBER" }, { kind: "GLOBAL" }, null],
  });
});
