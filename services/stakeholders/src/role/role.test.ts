import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  buildHeldRole,
  buildHiddenOrganisation,
  buildOrganisation,
  buildPerson,
  codeOf,
  daysFromToday,
  viewerOf,
} from "../../test/factories.ts";
import { beginDay } from "../day/day.job.ts";
import { stakeholders } from "../definition.ts";
import { RoleAccess } from "./role.enum.ts";

const { db, execute, service, sqlOf, told } = createHarness(stakeholders);

const ADD = `mutation ($input: AddRoleInput!) { addRole(input: $input) {
  id title access startDate endDate organisation { id } person { id } } }`;
const END = `mutation ($input: EndRoleInput!) { endRole(input: $input) { endDate } }`;
const CREATE = `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
  id roles { nodes { access person { id } } } } }`;

const publicPerson = () => buildPerson(db(), { audience: Audience.PUBLIC });
const organisationsTold = async (id: string) =>
  (await told("Person")).find((change) => change.id === id)?.payload;

describe("createOrganisation", () => {
  it("makes the person who enters it its owner", async () => {
    const person = await publicPerson();
    const viewer = buildViewer({ person: person.id });
    const { data } = await execute(CREATE, { viewer, input: { name: "Mine" } });
    const { id, roles } = data.createOrganisation;
    expect(roles.nodes).toEqual([{ access: "OWNER", person: { id: person.id } }]);
    expect(await organisationsTold(person.id)).toMatchObject({ organisations: [id] });
  });

  it("refuses an account whose person is gone", async () => {
    const viewer = buildViewer({ person: "per_gone" });
    const answer = await execute(CREATE, { viewer, input: { name: "Mine" } });
    expect(codeOf(answer)).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("addRole", () => {
  it("gives a role, and tells in which organisations the person is today", async () => {
    const [organisation, person] = [await buildOrganisation(db()), await publicPerson()];
    const ends = { organisation: organisation.id, person: person.id };
    const dates = { startDate: "2020-02-01", endDate: daysFromToday(9) };
    const input = { ...ends, ...dates, title: "Officer", access: "EDITOR" };
    const viewer = viewerOf([organisation], "OWNER");
    const { id, ...role } = (await execute(ADD, { viewer, input })).data.addRole;
    expect(id).toMatch(/^rol_/);
    expect(role).toEqual({
      title: "Officer",
      access: "EDITOR",
      ...dates,
      organisation: { id: organisation.id },
      person: { id: person.id },
    });
    expect(await organisationsTold(person.id)).toEqual({
      protection: { audience: "PUBLIC", organisations: [organisation.id], networks: [] },
      name: person.name,
      organisations: [organisation.id],
      isMailed: false,
    });
  });

  it("gives one role for the same request sent twice", async () => {
    const [organisation, person] = [await buildOrganisation(db()), await publicPerson()];
    const ends = { organisation: organisation.id, person: person.id };
    const request = { viewer: admin, input: { ...ends, idempotencyKey: "role" } };
    const [first, second] = [await execute(ADD, request), await execute(ADD, request)];
    expect(second.data.addRole.id).toBe(first.data.addRole.id);
  });

  it("lets an editor name a delegate, and no other editor", async () => {
    const [organisation, person] = [await buildOrganisation(db()), await publicPerson()];
    const ends = { organisation: organisation.id, person: person.id };
    const viewer = viewerOf([organisation], "EDITOR");
    const ask = (access: string | null) => execute(ADD, { viewer, input: { ...ends, access } });
    expect((await ask("DELEGATE")).errors).toBeUndefined();
    expect((await ask(null)).errors).toBeUndefined();
    expect(codeOf(await ask("EDITOR"))).toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses anonymous viewers, strangers, wrong dates, and knows nothing hidden", async () => {
    const [organisation, person] = [await buildOrganisation(db()), await publicPerson()];
    const ends = { organisation: organisation.id, person: person.id };
    const stranger = viewerOf([await buildOrganisation(db())], "OWNER");
    const owner = viewerOf([organisation], "OWNER");
    const ask = async (viewer: typeof owner | null, input: object) =>
      codeOf(await execute(ADD, { viewer, input: { ...ends, ...input } }));
    expect(await ask(null, {})).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(stranger, {})).toMatchObject({ code: "FORBIDDEN" });
    const dates = { startDate: "2024-02-01", endDate: "2024-01-31" };
    expect(await ask(owner, dates)).toMatchObject({ code: "BAD_USER_INPUT", field: "endDate" });
    const nobody = await buildPerson(db());
    expect(await ask(owner, { person: nobody.id })).toMatchObject({ code: "NOT_FOUND" });
    const { id } = await buildHiddenOrganisation(db());
    expect(await ask(owner, { organisation: id })).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("endRole", () => {
  it("ends it today, with its effect, or on the day that is told", async () => {
    const role = await buildHeldRole(db(), { startDate: "2020-01-01", access: RoleAccess.EDITOR });
    await beginDay(service().parts);
    const organisations = [role.organisationId];
    expect(await organisationsTold(role.personId ?? "")).toMatchObject({ organisations });
    const viewer = viewerOf([{ id: role.organisationId }], "OWNER");
    const { data } = await execute(END, { viewer, input: { id: role.id } });
    expect(data.endRole.endDate).toBe(daysFromToday(0));
    expect(await organisationsTold(role.personId ?? "")).toMatchObject({ organisations: [] });
    const other = await buildHeldRole(db(), { organisationId: role.organisationId });
    const input = { id: other.id, endDate: daysFromToday(9) };
    expect((await execute(END, { viewer, input })).data.endRole.endDate).toBe(daysFromToday(9));
  });

  it("gives nothing back: what has ended stays so, and only who may give a role prolongs it", async () => {
    const access = RoleAccess.EDITOR;
    const lost = await buildHeldRole(db(), {
      startDate: "2020-01-01",
      endDate: "2024-01-01",
      access,
    });
    const held = await buildHeldRole(db(), { endDate: daysFromToday(5), access });
    const ask = async (viewer: typeof admin, id: string, days: number) =>
      codeOf(await execute(END, { viewer, input: { id, endDate: daysFromToday(days) } }));
    const loser = buildViewer({ person: lost.personId });
    const holder = buildViewer({ person: held.personId });
    for (const viewer of [loser, admin]) {
      expect(await ask(viewer, lost.id, 3000)).toMatchObject({ code: "CONFLICT" });
    }
    expect(await ask(holder, held.id, 6)).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(holder, held.id, 4)).toBeUndefined();
    const owner = viewerOf([{ id: held.organisationId }], "OWNER");
    expect(await ask(owner, held.id, 6)).toBeUndefined();
  });

  it("lets people lay down their own role, but not the last owner", async () => {
    const role = await buildHeldRole(db(), { access: RoleAccess.OWNER });
    const viewer = buildViewer({ person: role.personId });
    const input = { id: role.id };
    expect(codeOf(await execute(END, { viewer, input }))).toMatchObject({ code: "CONFLICT" });
    await buildHeldRole(db(), {
      organisationId: role.organisationId,
      access: RoleAccess.OWNER,
    });
    expect((await execute(END, { viewer, input })).errors).toBeUndefined();
  });

  it("refuses anonymous viewers, strangers, an end before the start, and what is hidden", async () => {
    const role = await buildHeldRole(db(), { startDate: "2024-01-01" });
    const { id: organisationId } = await buildHiddenOrganisation(db());
    const hidden = await buildHeldRole(db(), { organisationId });
    const stranger = viewerOf([await buildOrganisation(db())], "OWNER");
    const ask = async (viewer: typeof stranger | null, input: object) =>
      codeOf(await execute(END, { viewer, input }));
    expect(await ask(null, { id: role.id })).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(stranger, { id: role.id })).toMatchObject({ code: "FORBIDDEN" });
    const early = { id: role.id, endDate: "2023-12-31" };
    expect(await ask(admin, early)).toMatchObject({ code: "BAD_USER_INPUT", field: "endDate" });
    expect(await ask(stranger, { id: hidden.id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await ask(stranger, { id: "rol_gone" })).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the roles of an organisation", () => {
  const ROLES = `query ($id: ID!, $onDate: Date) { organisation(id: $id) {
    roles(onDate: $onDate) { nodes { title access person { name } organisation { id } } totalCount }
  } }`;

  it("show title and organisation, but not a person who is hidden, nor the access", async () => {
    const { id } = await buildOrganisation(db());
    const seen = await buildPerson(db(), { name: "Seen", audience: Audience.PUBLIC });
    const shy = await buildPerson(db(), { name: "Shy", organisations: [id] });
    const of = { organisationId: id, access: RoleAccess.EDITOR };
    await buildHeldRole(db(), { ...of, personId: seen.id, title: "A", startDate: "2024-01-02" });
    await buildHeldRole(db(), { ...of, personId: shy.id, title: "B", startDate: "2024-01-01" });
    const everybody = (await execute(ROLES, { id })).data.organisation.roles;
    const organisation = { id };
    expect(everybody).toEqual({
      nodes: [
        { title: "A", access: null, person: { name: "Seen" }, organisation },
        { title: "B", access: null, person: null, organisation },
      ],
      totalCount: 2,
    });
    const own = await execute(ROLES, { id, viewer: viewerOf([{ id }], "DELEGATE") });
    expect(own.data.organisation.roles.nodes[1]).toEqual({
      title: "B",
      access: "EDITOR",
      person: { name: "Shy" },
      organisation,
    });
  });

  it("hold from their start on, and on the day of their end no longer", async () => {
    const { id } = await buildOrganisation(db());
    const dates = { startDate: "2024-01-01", endDate: "2024-02-01" };
    await buildHeldRole(db(), { organisationId: id, ...dates });
    const countOn = async (onDate: string) =>
      (await execute(ROLES, { id, onDate })).data.organisation.roles.totalCount as number;
    const days = ["2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01"];
    expect(await Promise.all(days.map(countOn))).toEqual([0, 1, 1, 0]);
  });

  it("are read for many organisations, with people and counts, in four statements", async () => {
    const ids: string[] = [];
    for (const name of ["A", "B", "C"]) {
      const { organisationId } = await buildHeldRole(db(), { title: name });
      ids.push(organisationId);
    }
    const sql = await sqlOf(() =>
      execute(
        `query ($ids: [ID!]) { organisations(filter: { ids: $ids }) { nodes {
          roles { totalCount nodes { title person { name } } } } } }`,
        { ids },
      ),
    );
    expect(sql).toHaveLength(4);
  });
});

it("shows of a person only the roles in organisations that the viewer sees", async () => {
  const person = await publicPerson();
  await buildHeldRole(db(), { personId: person.id, title: "Open" });
  const { id: organisationId } = await buildHiddenOrganisation(db());
  await buildHeldRole(db(), { personId: person.id, title: "Secret", organisationId });
  const ROLES = `query ($id: ID!) { person(id: $id) { roles { nodes { title } totalCount } } }`;
  const { data } = await execute(ROLES, { id: person.id });
  expect(data.person.roles).toEqual({ nodes: [{ title: "Open" }], totalCount: 1 });
  const all = await execute(ROLES, { id: person.id, viewer: admin });
  expect(all.data.person.roles.totalCount).toBe(2);
});

it("resolves people by reference; null for who is gone or hidden", async () => {
  const person = await publicPerson();
  const hidden = await buildHeldRole(db(), { title: "Officer" });
  const { data } = await execute(
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Person { name } } }`,
    {
      keys: [
        { __typename: "Person", id: person.id },
        { __typename: "Person", id: hidden.personId },
        { __typename: "Person", id: "per_gone" },
      ],
    },
  );
  expect(data._entities).toEqual([{ name: person.name }, null, null]);
});
