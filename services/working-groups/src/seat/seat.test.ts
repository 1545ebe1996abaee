import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, dayFromToday, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { execute, told } = harness;
const { buildGroup, buildOrganisation, buildPerson, buildSeat, changeState } =
  createFactories(harness);

const ADD = `mutation ($input: AddSeatInput!) { addSeat(input: $input) {
  id role onBehalfOf startDate endDate heldToday viewerCanEdit viewerCanGrant
  group { id } organisation { id } delegate { id } alternate { id } } }`;

const coLeadOf = (id: string) => buildViewer({ groups: [{ id, role: "CO_LEAD" }] });

describe("addSeat", () => {
  it("seats an organisation with its people, by a co-lead, and tells of it", async () => {
    const [group, organisation] = [await buildGroup(), await buildOrganisation()];
    const [delegate, alternate] = [await buildPerson(), await buildPerson()];
    const input = { group, organisation, delegate, alternate, onBehalfOf: " The coalition " };
    const { data, errors } = await execute(ADD, { viewer: coLeadOf(group), input });
    expect(errors).toBeUndefined();
    expect(data.addSeat).toEqual({
      id: expect.stringMatching(/^sea_/) as string,
      role: "MEMBER",
      onBehalfOf: "The coalition",
      startDate: dayFromToday(0),
      endDate: null,
      heldToday: true,
      viewerCanEdit: true,
      viewerCanGrant: true,
      group: { id: group },
      organisation: { id: organisation },
      delegate: { id: delegate },
      alternate: { id: alternate },
    });
    const change = (await told("Seat")).find(({ id }) => id === data.addSeat.id);
    expect(change?.payload).toEqual({
      group,
      organisation,
      delegate,
      alternate,
      onBehalfOf: "The coalition",
      role: "MEMBER",
      startDate: dayFromToday(0),
      endDate: null,
    });
  });

  it("refuses an anonymous viewer", async () => {
    const input = { group: await buildGroup(), organisation: await buildOrganisation() };
    expect(errorOf(await execute(ADD, { input })).code).toBe("UNAUTHENTICATED");
  });

  it("refuses an organisation that would seat itself, and a co-lead of another group", async () => {
    const [group, organisation] = [await buildGroup(), await buildOrganisation()];
    const owner = buildViewer({ organisations: [{ id: organisation, role: "OWNER" }] });
    for (const viewer of [owner, coLeadOf(await buildGroup())]) {
      const answer = await execute(ADD, { viewer, input: { group, organisation } });
      expect(errorOf(answer).code).toBe("FORBIDDEN");
    }
  });

  it("says NOT_FOUND for a group, an organisation or a person that is missing or hidden", async () => {
    const group = await buildGroup();
    const organisation = await buildOrganisation();
    const viewer = coLeadOf(group);
    const hidden = { audience: Audience.NOBODY, organisations: [] };
    const notFound = async (type: string, input: object) => {
      const answer = await execute(ADD, { viewer, input: { group, organisation, ...input } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type });
    };
    await notFound("WorkingGroup", { group: await buildGroup({ audience: "NOBODY" }) });
    await notFound("Organisation", { organisation: "org_missing" });
    await notFound("Organisation", { organisation: await buildOrganisation(hidden) });
    await notFound("Person", { delegate: "per_missing" });
    await notFound("Person", { delegate: await buildPerson(hidden) });
    await notFound("Person", { alternate: await buildPerson(hidden) });
  });

  it.each([
    ["endDate", { startDate: "2027-02-01", endDate: "2027-01-31" }],
    ["onBehalfOf", { onBehalfOf: "x".repeat(301) }],
  ])("refuses an invalid %s: %j", async (field, wrong) => {
    const input = { group: await buildGroup(), organisation: await buildOrganisation(), ...wrong };
    expect(errorOf(await execute(ADD, { viewer: admin, input }))).toEqual({
      code: "BAD_USER_INPUT",
      field,
    });
  });

  it("refuses a delegate who is their own alternate", async () => {
    const delegate = await buildPerson();
    const input = { group: await buildGroup(), organisation: await buildOrganisation() };
    const both = { ...input, delegate, alternate: delegate };
    expect(errorOf(await execute(ADD, { viewer: admin, input: both }))).toEqual({
      code: "BAD_USER_INPUT",
      field: "alternate",
    });
  });

  it("gives an organisation one seat at a time on one behalf", async () => {
    const input = { group: await buildGroup(), organisation: await buildOrganisation() };
    const first = { ...input, startDate: "2027-01-01", endDate: "2027-07-01" };
    await buildSeat(first);
    const answerTo = (more: object) =>
      execute(ADD, { viewer: admin, input: { ...input, ...more } });
    const taken = { code: "CONFLICT", field: "organisation" };
    expect(errorOf(await answerTo({ startDate: "2027-06-30" }))).toEqual(taken);
    expect(errorOf(await answerTo({ startDate: "2026-12-01" }))).toEqual(taken);
    expect((await answerTo({ startDate: "2027-07-01" })).errors).toBeUndefined();
    const coalition = { startDate: "2027-01-01", onBehalfOf: "A coalition" };
    expect((await answerTo(coalition)).errors).toBeUndefined();
    expect(errorOf(await answerTo({ ...coalition, onBehalfOf: "a COALITION" }))).toEqual(taken);
  });

  it("lets only one of two at the same moment have the seat", async () => {
    const input = { group: await buildGroup(), organisation: await buildOrganisation() };
    const answers = await Promise.all([
      execute(ADD, { viewer: admin, input }),
      execute(ADD, { viewer: admin, input }),
    ]);
    const refused = answers.filter(({ errors }) => errors);
    expect(refused.map(errorOf)).toEqual([{ code: "CONFLICT", field: "organisation" }]);
  });

  it("adds no seat to a concluded group", async () => {
    const group = await buildGroup();
    await changeState(group, "CONCLUDED");
    const input = { group, organisation: await buildOrganisation() };
    expect(errorOf(await execute(ADD, { viewer: admin, input }))).toEqual({
      code: "CONFLICT",
      field: "group",
    });
  });

  it("adds one seat for one idempotency key", async () => {
    const idempotencyKey = "seat";
    const input = { group: await buildGroup(), organisation: await buildOrganisation() };
    const once = { viewer: admin, input: { ...input, idempotencyKey } };
    const first = await execute(ADD, once);
    const second = await execute(ADD, once);
    expect(second.errors).toBeUndefined();
    expect(second.data.addSeat.id).toBe(first.data.addSeat.id);
  });
});
