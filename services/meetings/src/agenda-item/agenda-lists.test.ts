import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";
import { createFactories, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, sqlOf, tell } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation, buildPractice, buildSeries } =
  createFactories(harness);

const ENTITIES = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on AgendaItem { id meeting { id } presenter { id } practice { id } objective { number } }
  ... on Meeting { id agendaMinutes agendaFits agenda { totalCount nodes { id presenter { id } practice { id } } } }
  ... on Organisation { id agendaItems { totalCount nodes { id meeting { id } } } }
  ... on Practice { id agendaItems { totalCount nodes { id } } }
} }`;

async function entities(keys: object[], viewer: ReturnType<typeof seatedIn> | null = null) {
  const { data, errors } = await execute(ENTITIES, { keys, viewer });
  expect(errors).toBeUndefined();
  return data?._entities;
}

const key = (__typename: string) => (id: string) => ({ __typename, id });

it("adds up the minutes of an agenda, and says when the meeting is too short", async () => {
  const meeting = await buildMeeting({ durationMinutes: 60 });
  expect(await entities([key("Meeting")(meeting)])).toMatchObject([
    { agendaMinutes: 0, agendaFits: true, agenda: { totalCount: 0 } },
  ]);
  await buildAgendaItem(meeting, { durationMinutes: 45 });
  await buildAgendaItem(meeting, { durationMinutes: 15 });
  expect(await entities([key("Meeting")(meeting)])).toMatchObject([
    { agendaMinutes: 60, agendaFits: true },
  ]);
  await buildAgendaItem(meeting, { durationMinutes: 1 });
  expect(await entities([key("Meeting")(meeting)])).toMatchObject([
    { agendaMinutes: 61, agendaFits: false },
  ]);
});

it("gives no presenter and no practice that is hidden or has gone since", async () => {
  const meeting = await buildMeeting();
  const [presenter, practice] = [await buildOrganisation(), await buildPractice()];
  const id = await buildAgendaItem(meeting, { presenter, practice, objective: 7 });
  const seen = () => entities([key("AgendaItem")(id)]);
  const shown = { presenter: { id: presenter }, practice: { id: practice } };
  expect(await seen()).toMatchObject([shown]);
  await buildOrganisation({ id: presenter, audience: Audience.ORGANISATION });
  await buildPractice({ id: practice, audience: Audience.NOBODY });
  const bare = { presenter: null, practice: null, objective: { number: 7 } };
  expect(await seen()).toMatchObject([bare]);
  await buildOrganisation({ id: presenter });
  await buildPractice({ id: practice });
  expect(await seen()).toMatchObject([shown]);
  await tell("stakeholders", { type: "Organisation", id: presenter, payload: null });
  await tell("practices", { type: "Practice", id: practice, payload: null });
  expect(await seen()).toMatchObject([bare]);
  expect(await entities([key("Organisation")(presenter), key("Practice")(practice)])).toEqual([
    null,
    null,
  ]);
});

describe("what an organisation presents", () => {
  it("is listed by meetings that the viewer may see, the latest first", async () => {
    const presenter = await buildOrganisation();
    const practice = await buildPractice();
    const group = await buildGroup();
    const early = await buildMeeting({ localStart: "2026-01-08T10:00:00" });
    const late = await buildMeeting({ localStart: "2027-05-06T10:00:00" });
    const closed = await buildMeeting({ group, audience: Audience.NOBODY });
    const first = await buildAgendaItem(early, { presenter, practice });
    const second = await buildAgendaItem(late, { presenter });
    const third = await buildAgendaItem(closed, { presenter });
    const keys = [key("Organisation")(presenter), key("Practice")(practice)];
    const nodes = (items: string[]) => items.map((id) => expect.objectContaining({ id }));
    expect(await entities(keys)).toEqual([
      { id: presenter, agendaItems: { totalCount: 2, nodes: nodes([second, first]) } },
      { id: practice, agendaItems: { totalCount: 1, nodes: nodes([first]) } },
    ]);
    const [ours] = await entities(keys, seatedIn(group));
    expect(ours.agendaItems).toEqual({ totalCount: 3, nodes: nodes([second, third, first]) });
  });

  it("is null where the organisation is hidden", async () => {
    const presenter = await buildOrganisation();
    await buildAgendaItem(await buildMeeting(), { presenter });
    await buildOrganisation({ id: presenter, audience: Audience.NOBODY });
    expect(await entities([key("Organisation")(presenter)])).toEqual([null]);
  });
});

describe("an agenda item", () => {
  it("is found by reference and by id, and null when it is gone or its meeting hidden", async () => {
    const visible = await buildAgendaItem(await buildMeeting());
    const hidden = await buildAgendaItem(await buildMeeting({ audience: Audience.NOBODY }));
    const keys = [visible, hidden, newId("agi")].map(key("AgendaItem"));
    expect(await entities(keys)).toEqual([expect.objectContaining({ id: visible }), null, null]);
    const query = `query ($a: ID!, $b: ID!) { a: agendaItem(id: $a) { id } b: agendaItem(id: $b) { id } }`;
    const { data } = await execute(query, { a: visible, b: hidden });
    expect(data).toEqual({ a: { id: visible }, b: null });
  });
});

describe("SQL statements", () => {
  it("of many agendas: meetings, items, counts, minutes, presenters and practices, one each", async () => {
    const ids: string[] = [];
    for (let made = 0; made < 3; made += 1) {
      const id = await buildMeeting();
      const named = { presenter: await buildOrganisation(), practice: await buildPractice() };
      await buildAgendaItem(id, named);
      await buildAgendaItem(id, named);
      ids.push(id);
    }
    expect(await sqlOf(() => entities(ids.map(key("Meeting"))))).toHaveLength(6);
  });

  it("of many presenters: organisations, items, counts and meetings, one each", async () => {
    const meeting = await buildMeeting();
    const presenters = [await buildOrganisation(), await buildOrganisation()];
    for (const presenter of presenters) await buildAgendaItem(meeting, { presenter });
    const keys = presenters.map(key("Organisation"));
    expect(await sqlOf(() => entities(keys))).toHaveLength(4);
  });

  it("of a quarter's four meetings with their agendas do not grow with the quarter", async () => {
    await buildSeries({ count: 12 });
    const query = `{ upcomingMeetings(first: 20) { nodes { id agenda { nodes { id } } agendaFits } } }`;
    expect(await sqlOf(() => execute(query))).toHaveLength(3);
  });
});
