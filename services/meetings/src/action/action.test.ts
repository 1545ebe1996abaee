import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { coLeadOf, createFactories, errorOf, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation, buildPerson } =
  createFactories(harness);

const KINDS = [
  ["Action", "action", "OPEN", "DONE"],
  ["Decision", "decision", "ADOPTED", "CARRIED_OUT"],
] as const;
const FIELDS = `id text state dueOn meeting { id } agendaItem { id } organisation { id } person { id }
  viewerCanEdit viewerIsOwner history { totalCount nodes { state note changedBy { id } } }`;

const record = (type: string) =>
  `mutation ($input: Record${type}Input!) { made: record${type}(input: $input) { ${FIELDS} } }`;
const update = (type: string) =>
  `mutation ($input: Update${type}Input!) { made: update${type}(input: $input) { ${FIELDS} } }`;

async function buildHeld() {
  const group = await buildGroup();
  const meeting = await buildMeeting({ group });
  const agendaItem = await buildAgendaItem(meeting);
  const person = await buildPerson();
  const writer = buildViewer({ ...seatedIn(group), person });
  return { group, meeting, agendaItem, person, writer, lead: coLeadOf(group) };
}

describe.each(KINDS)("%s", (type, field, ...[first, next]) => {
  const lists = `query ($id: ID!) { meeting(id: $id) { ${field}s { totalCount nodes { id } }
    agenda { nodes { ${field}s { nodes { id } } } } } }`;

  it("has an owner, a day and a history of its states", async () => {
    const { meeting, agendaItem, person, writer, lead } = await buildHeld();
    const organisation = await buildOrganisation();
    const input = { meeting, agendaItem, text: " Write ", organisation, person };
    const { data, errors } = await execute(record(type), {
      viewer: writer,
      input: { ...input, dueOn: "2027-03-01" },
    });
    expect(errors).toBeUndefined();
    const { id, ...made } = data?.made ?? {};
    expect(made).toEqual({
      ...{ text: "Write", state: first, dueOn: "2027-03-01", meeting: { id: meeting } },
      ...{ agendaItem: { id: agendaItem }, organisation: { id: organisation } },
      ...{ person: { id: person }, viewerCanEdit: true, viewerIsOwner: true },
      history: { totalCount: 1, nodes: [{ state: first, note: null, changedBy: { id: person } }] },
    });
    const changed = await execute(update(type), {
      viewer: lead,
      input: { id, state: next, note: "As agreed", dueOn: null },
    });
    expect(changed.data?.made).toMatchObject({
      ...{ state: next, dueOn: null, organisation: { id: organisation }, viewerIsOwner: false },
      history: { nodes: [{ state: next, note: "As agreed" }, { state: first }] },
    });
    const seen = await execute(lists, { viewer: lead, id: meeting });
    expect(seen.data?.meeting).toEqual({
      [`${field}s`]: { totalCount: 1, nodes: [{ id }] },
      agenda: { nodes: [{ [`${field}s`]: { nodes: [{ id }] } }] },
    });
    const outside = await execute(lists, { viewer: buildViewer(), id: meeting });
    expect(outside.data?.meeting).toEqual({
      [`${field}s`]: null,
      agenda: { nodes: [{ [`${field}s`]: null }] },
    });
  });

  it("is seen, and said how far it is, by whoever is to carry it, and by nobody else outside", async () => {
    const { meeting, lead } = await buildHeld();
    const organisation = await buildOrganisation();
    const made = await execute(record(type), {
      viewer: lead,
      input: { meeting, text: "Write", organisation },
    });
    const { id } = made.data?.made ?? {};
    const one = `query ($id: ID!) { ${field}(id: $id) { id } }`;
    const acting = buildViewer({ organisations: [{ id: organisation, role: "DELEGATE" }] });
    expect((await execute(one, { viewer: acting, id })).data?.[field]).toEqual({ id });
    const said = await execute(update(type), { viewer: acting, input: { id, state: next } });
    expect(said.data?.made).toMatchObject({ state: next, viewerCanEdit: true });
    const terms = await execute(update(type), { viewer: acting, input: { id, text: "Less" } });
    expect(errorOf(terms).code).toBe("FORBIDDEN");
    for (const viewer of [null, buildViewer()]) {
      expect((await execute(one, { viewer, id })).data?.[field]).toBeNull();
    }
    const input = { id, state: first };
    expect(errorOf(await execute(update(type), { input })).code).toBe("UNAUTHENTICATED");
    const stranger = await execute(update(type), { viewer: buildViewer(), input });
    expect(errorOf(stranger)).toEqual({ code: "NOT_FOUND", type });
  });

  it("refuses who may not, and what cannot be", async () => {
    const { group, meeting, lead } = await buildHeld();
    const input = { meeting, text: "Write" };
    expect(errorOf(await execute(record(type), { input })).code).toBe("UNAUTHENTICATED");
    const observer = buildViewer({ groups: [{ id: group, role: "OBSERVER" }] });
    const refused = await execute(record(type), { viewer: observer, input });
    expect(errorOf(refused).code).toBe("FORBIDDEN");
    const blank = await execute(record(type), { viewer: lead, input: { ...input, text: " " } });
    expect(errorOf(blank)).toEqual({ code: "BAD_USER_INPUT", field: "text" });
    const elsewhere = await buildAgendaItem(await buildMeeting());
    for (const missing of [
      { agendaItem: elsewhere },
      { organisation: newId("org") },
      { meeting: newId("mtg") },
    ]) {
      const answer = await execute(record(type), { viewer: lead, input: { ...input, ...missing } });
      expect(errorOf(answer).code).toBe("NOT_FOUND");
    }
    const made = await execute(record(type), { viewer: lead, input });
    const { id } = made.data?.made ?? {};
    const noted = await execute(update(type), { viewer: lead, input: { id, note: "Why" } });
    expect(errorOf(noted)).toEqual({ code: "BAD_USER_INPUT", field: "note" });
  });
});

it("keeps an item of which something was recorded", async () => {
  const { meeting, agendaItem, lead } = await buildHeld();
  const input = { meeting, agendaItem, text: "Write" };
  await execute(record("Action"), { viewer: lead, input });
  const remove = `mutation ($input: RemoveAgendaItemInput!) { removeAgendaItem(input: $input) { id } }`;
  const answer = await execute(remove, { viewer: lead, input: { id: agendaItem } });
  expect(errorOf(answer).code).toBe("CONFLICT");
});
