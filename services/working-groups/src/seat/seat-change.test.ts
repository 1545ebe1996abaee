import type { Viewer } from "@convene/shared/viewer";
import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, dayFromToday, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { execute, told } = harness;
const { buildGroup, buildOrganisation, buildPerson, buildSeat, endSeat, gone } =
  createFactories(harness);

const FIELDS = `role onBehalfOf startDate endDate delegate { id } alternate { id }
  viewerCanEdit viewerCanGrant`;
const UPDATE = `mutation ($input: UpdateSeatInput!) { updateSeat(input: $input) { ${FIELDS} } }`;
const END = `mutation ($input: EndSeatInput!) { endSeat(input: $input) { ${FIELDS} } }`;
const BOTH = [
  ["updateSeat", UPDATE],
  ["endSeat", END],
] as const;

const editorOf = (id: string) => buildViewer({ organisations: [{ id, role: "EDITOR" }] });
const coLeadOf = (id: string) => buildViewer({ groups: [{ id, role: "CO_LEAD" }] });

async function buildScene(overrides: object = {}) {
  const [group, organisation] = [await buildGroup(), await buildOrganisation()];
  return { group, organisation, id: await buildSeat({ group, organisation, ...overrides }) };
}

const toldOf = async (id: string) =>
  (await told("Seat")).find((change) => change.id === id)?.payload;

describe("updateSeat", () => {
  it("lets an editor of its organisation name delegate and alternate, and tells of it", async () => {
    const { organisation, id } = await buildScene({ delegate: await buildPerson() });
    const alternate = await buildPerson();
    const input = { id, delegate: null, alternate };
    const { data, errors } = await execute(UPDATE, { viewer: editorOf(organisation), input });
    expect(errors).toBeUndefined();
    expect(data.updateSeat).toMatchObject({
      delegate: null,
      alternate: { id: alternate },
      viewerCanEdit: true,
      viewerCanGrant: false,
    });
    expect(await toldOf(id)).toMatchObject({ delegate: null, alternate });
  });

  it("lets a co-lead set role, dates and behalf, and keeps what is left out", async () => {
    const delegate = await buildPerson();
    const { group, id } = await buildScene({ delegate, onBehalfOf: "A coalition" });
    const input = { id, role: "OBSERVER", startDate: "2026-01-01", endDate: "2099-01-01" };
    const { data } = await execute(UPDATE, { viewer: coLeadOf(group), input });
    expect(data.updateSeat).toMatchObject({
      role: "OBSERVER",
      startDate: "2026-01-01",
      endDate: "2099-01-01",
      onBehalfOf: "A coalition",
      delegate: { id: delegate },
    });
    const open = { id, endDate: null, onBehalfOf: null, role: null, startDate: null };
    const reopened = await execute(UPDATE, { viewer: coLeadOf(group), input: open });
    expect(reopened.data.updateSeat).toMatchObject({
      endDate: null,
      onBehalfOf: null,
      role: "OBSERVER",
      startDate: "2026-01-01",
    });
  });

  it("leaves the terms of a seat to the group", async () => {
    const { organisation, id } = await buildScene();
    for (const terms of [{ role: "CO_LEAD" }, { endDate: null }, { onBehalfOf: "Us" }]) {
      const answer = await execute(UPDATE, {
        viewer: editorOf(organisation),
        input: { id, ...terms },
      });
      expect(errorOf(answer).code).toBe("FORBIDDEN");
    }
  });

  it("says NOT_FOUND for a person who is missing or hidden", async () => {
    const { organisation, id } = await buildScene();
    const viewer = editorOf(organisation);
    const hidden = await buildPerson({ audience: Audience.NOBODY });
    for (const delegate of ["per_missing", hidden]) {
      const answer = await execute(UPDATE, { viewer, input: { id, delegate } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "Person" });
    }
  });

  it("refuses an end before the start, and the delegate as their own alternate", async () => {
    const delegate = await buildPerson();
    const { id } = await buildScene({ delegate });
    const early = await execute(UPDATE, { viewer: admin, input: { id, endDate: "2020-01-01" } });
    expect(errorOf(early)).toEqual({ code: "BAD_USER_INPUT", field: "endDate" });
    const same = await execute(UPDATE, { viewer: admin, input: { id, alternate: delegate } });
    expect(errorOf(same)).toEqual({ code: "BAD_USER_INPUT", field: "alternate" });
  });

  it("does not make two seats of one organisation out of two behalves", async () => {
    const { group, organisation } = await buildScene();
    const other = await buildSeat({ group, organisation, onBehalfOf: "A coalition" });
    const answer = await execute(UPDATE, { viewer: admin, input: { id: other, onBehalfOf: null } });
    expect(errorOf(answer)).toEqual({ code: "CONFLICT", field: "organisation" });
  });
});

describe("endSeat", () => {
  it("ends it today unless told, also by its organisation's own editor, and tells of it", async () => {
    const { organisation, id } = await buildScene();
    const { data } = await execute(END, { viewer: editorOf(organisation), input: { id } });
    expect(data.endSeat.endDate).toBe(dayFromToday(0));
    expect(await toldOf(id)).toMatchObject({ endDate: dayFromToday(0) });
  });

  it("ends it on a day to come, and then sooner, but not what has ended", async () => {
    const { group, id } = await buildScene();
    const end = (endDate: string) =>
      execute(END, { viewer: coLeadOf(group), input: { id, endDate } });
    expect((await end(dayFromToday(30))).data.endSeat.endDate).toBe(dayFromToday(30));
    expect((await end(dayFromToday(0))).data.endSeat.endDate).toBe(dayFromToday(0));
    expect(errorOf(await end(dayFromToday(9))).code).toBe("CONFLICT");
  });

  it("is no way for an organisation to stay longer than the group granted", async () => {
    const { group, organisation, id } = await buildScene();
    const end = (viewer: Viewer, days: number) =>
      execute(END, { viewer, input: { id, endDate: dayFromToday(days) } });
    await end(coLeadOf(group), 30);
    expect(errorOf(await end(editorOf(organisation), 31)).code).toBe("FORBIDDEN");
    expect((await end(editorOf(organisation), 20)).data.endSeat.endDate).toBe(dayFromToday(20));
    expect((await end(coLeadOf(group), 40)).data.endSeat.endDate).toBe(dayFromToday(40));
  });

  it("refuses an end before its start", async () => {
    const { id } = await buildScene();
    const input = { id, endDate: dayFromToday(-1) };
    expect(errorOf(await execute(END, { viewer: admin, input }))).toEqual({
      code: "BAD_USER_INPUT",
      field: "endDate",
    });
  });

  it("lets the organisation take a seat again after its end", async () => {
    const { group, organisation, id } = await buildScene();
    await endSeat(id);
    await expect(buildSeat({ group, organisation })).resolves.toMatch(/^sea_/);
  });

  it("has one effect for one idempotency key", async () => {
    const { id } = await buildScene();
    const once = { viewer: admin, input: { id, idempotencyKey: "end" } };
    await execute(END, once);
    const { data, errors } = await execute(END, once);
    expect(errors).toBeUndefined();
    expect(data.endSeat.endDate).toBe(dayFromToday(0));
  });
});

describe.each(BOTH)("%s", (_name, mutation) => {
  it("refuses an anonymous viewer", async () => {
    const { id } = await buildScene();
    expect(errorOf(await execute(mutation, { input: { id } })).code).toBe("UNAUTHENTICATED");
  });

  it("refuses who may see it and no more: its delegate, another's editor, a member", async () => {
    const { group, organisation, id } = await buildScene();
    const delegate = buildViewer({ organisations: [{ id: organisation, role: "DELEGATE" }] });
    const member = buildViewer({ groups: [{ id: group, role: "MEMBER" }] });
    for (const viewer of [delegate, member, editorOf(await buildOrganisation())]) {
      expect(errorOf(await execute(mutation, { viewer, input: { id } })).code).toBe("FORBIDDEN");
    }
  });

  it("says NOT_FOUND where the seat is missing, or either of its ends is hidden or gone", async () => {
    const hiddenGroup = await buildSeat({ group: await buildGroup({ audience: "NOBODY" }) });
    const audience = Audience.ORGANISATION;
    const hidden = await buildSeat({ organisation: await buildOrganisation({ audience }) });
    const vanished = await buildScene();
    await gone("Organisation", vanished.organisation);
    const cases = [
      [buildViewer(), "sea_missing"],
      [buildViewer(), hiddenGroup],
      [buildViewer(), hidden],
      [admin, vanished.id],
    ] as const;
    for (const [viewer, id] of cases) {
      const answer = await execute(mutation, { viewer, input: { id } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "Seat" });
    }
  });
});
