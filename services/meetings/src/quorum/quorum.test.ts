import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import fc from "fast-check";
import {
  coLeadOf,
  createFactories,
  errorOf,
  localFromNow,
  seatedIn,
} from "../../test/factories.ts";
import { meetings } from "../definition.ts";
import { QuorumBasis } from "./quorum.enum.ts";
import { charterAt, quorumOf } from "./quorum.value.ts";

const harness = createHarness(meetings);
const { execute, sqlOf } = harness;
const { buildGroup, buildMeeting, buildNetwork, buildOrganisation, buildPerson, buildSeat } =
  createFactories(harness);

const RECORD = `mutation ($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) { id satAs seat { id } person { id } } }`;
const READ = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Meeting {
  quorum { basis isMet required counted needs { label required counted } missing }
  seatAttendance { totalCount nodes {
    status satAs onBehalfOf seat { id } organisation { id } person { id } } } } } }`;

const MIGRANTS = { label: "Migrants", categories: ["migrants"], countries: [], atLeast: 1 };
const LONG_AGO = "2020-01-01T00:00:00+00:00";
const rule = (quorum: object, since = LONG_AGO) => ({
  ...{ since, needs: [MIGRANTS] },
  quorum: { organisations: null, percent: null, ofEachNeed: null, ...quorum },
});

type Viewer = ReturnType<typeof coLeadOf>;
const read = async (viewer: Viewer | null, ...ids: string[]) => {
  const keys = ids.map((id) => ({ __typename: "Meeting", id }));
  const { data, errors } = await execute(READ, { viewer, keys });
  expect(errors).toBeUndefined();
  return data._entities;
};

/** Three organisations with a voice, of which one is of migrants; an observer; and two meetings. */
async function buildScene(quorum: object = { organisations: 2, ofEachNeed: 1 }) {
  const migrant = await buildOrganisation({ category: "migrants" });
  const [union, city] = [await buildOrganisation(), await buildOrganisation()];
  const observer = await buildOrganisation({ category: "migrants" });
  const [delegate, alternate] = [await buildPerson(), await buildPerson()];
  const organisations = [migrant, union, city, observer];
  const group = await buildGroup({ organisations, charters: [rule(quorum)] });
  const filled = { delegate, alternate };
  const seat = await buildSeat({ group, organisation: migrant, role: "CO_LEAD", ...filled });
  for (const organisation of [union, city]) await buildSeat({ group, organisation });
  await buildSeat({ group, organisation: observer, role: "OBSERVER" });
  const begun = { group, localStart: localFromNow(-1), timeZone: "UTC" };
  const [next, now] = [await buildMeeting({ group }), await buildMeeting(begun)];
  const lead = coLeadOf(group);
  const record = async (meeting: string, organisation: string, more: object = {}) =>
    execute(RECORD, {
      viewer: lead,
      input: { meeting, organisation, status: "ATTENDED", ...more },
    });
  return {
    ...{ group, seat, migrant, union, city, observer, delegate, alternate },
    next,
    now,
    lead,
    record,
  };
}

it("tells by the replies what is missing before a meeting, and by who was there from its start", async () => {
  const { next, now, lead, record, migrant, union, observer } = await buildScene();
  const empty = {
    required: 2,
    counted: 0,
    needs: [{ label: "Migrants", required: 1, counted: 0 }],
  };
  const missing = ["2 more organisations", '1 more of "Migrants"'];
  expect((await read(lead, next, now)).map(({ quorum }: { quorum: unknown }) => quorum)).toEqual([
    { basis: "REPLIES", isMet: false, ...empty, missing },
    { basis: "ATTENDANCE", isMet: false, ...empty, missing },
  ]);
  for (const meeting of [next, now]) {
    await record(meeting, observer);
    await record(meeting, union, { status: "ACCEPTED" });
    await record(meeting, migrant, { status: "DECLINED" });
  }
  expect(await read(lead, next, now)).toMatchObject([
    { quorum: { counted: 1, missing: ["1 more organisation", '1 more of "Migrants"'] } },
    { quorum: { counted: 0, missing } },
  ]);
  for (const meeting of [next, now]) await record(meeting, migrant, { status: "ACCEPTED" });
  await record(now, migrant);
  await record(now, union);
  expect(await read(lead, next, now)).toMatchObject([
    { quorum: { isMet: true, counted: 2, missing: [], needs: [{ counted: 1 }] } },
    { quorum: { isMet: true, counted: 2, missing: [] } },
  ]);
});

it("records for which seat somebody comes, and as what", async () => {
  const { next, group, seat, lead, record, migrant, union, delegate, alternate } =
    await buildScene();
  const guest = await buildPerson();
  for (const [person, satAs] of [
    [delegate, "DELEGATE"],
    [alternate, "ALTERNATE"],
    [guest, "STAND_IN"],
    [null, null],
  ]) {
    const { data } = await record(next, migrant, { person, status: "ACCEPTED" });
    expect(data?.recordAttendance).toMatchObject({ satAs, seat: { id: seat } });
  }
  const other = await buildSeat({ group, organisation: migrant, onBehalfOf: "A coalition" });
  await record(next, migrant, { seat: other, person: guest });
  await record(next, migrant, { person: delegate });
  const { seatAttendance } = (await read(lead, next))[0];
  expect(seatAttendance.totalCount).toBe(5);
  const ofSeat = (id: string) =>
    seatAttendance.nodes.find((one: { seat: { id: string } }) => one.seat.id === id);
  const [organisation, status] = [{ id: migrant }, "ATTENDED"];
  expect(ofSeat(seat)).toMatchObject({
    ...{ organisation, status, satAs: "DELEGATE", person: { id: delegate }, onBehalfOf: null },
  });
  expect(ofSeat(other)).toMatchObject({
    ...{ organisation, status, satAs: "STAND_IN", onBehalfOf: "A coalition" },
  });
  for (const wrong of [newId("sea"), await buildSeat({ group, organisation: union })]) {
    const answer = await record(next, migrant, { seat: wrong });
    expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "Seat" });
  }
});

it("holds the charter that stood when the meeting began, and none before there was one", async () => {
  const { group, now, next, lead } = await buildScene();
  const tell = (...charters: object[]) => buildGroup({ id: group, charters });
  await tell(rule({ organisations: 1 }), rule({ percent: 100 }, new Date().toISOString()));
  expect(await read(lead, now, next)).toMatchObject([
    { quorum: { required: 1 } },
    { quorum: { required: 3 } },
  ]);
  await tell(rule({ organisations: 5 }, new Date().toISOString()));
  expect(await read(lead, now, next)).toMatchObject([
    { quorum: null },
    {
      quorum: {
        missing: [
          "The charter asks for 5 organisations, and only 3 hold a seat",
          "5 more organisations",
        ],
      },
    },
  ]);
});

it("is told to those who sit there alone, counts nobody who is hidden from them, and keeps confidence", async () => {
  const { group, now, lead, record, migrant, union } = await buildScene();
  for (const organisation of [migrant, union]) await record(now, organisation);
  await buildOrganisation({ id: union, audience: Audience.NOBODY });
  const [seen] = await read(seatedIn(group), now);
  expect(seen).toMatchObject({ quorum: { counted: 1 }, seatAttendance: { totalCount: 3 } });
  expect(await read(admin, now)).toMatchObject([{ quorum: { counted: 2, isMet: true } }]);
  for (const viewer of [null, buildViewer()]) {
    expect(await read(viewer, now)).toEqual([{ quorum: null, seatAttendance: null }]);
  }
  const network = await buildNetwork();
  const ofNetwork = await buildMeeting({ network });
  expect(await read(admin, ofNetwork)).toEqual([{ quorum: null, seatAttendance: null }]);
  const hold = `mutation ($input: ApplyChathamHouseRuleInput!) {
    applyChathamHouseRule(input: $input) { id } }`;
  await execute(hold, { viewer: lead, input: { meeting: now } });
  expect(await read(admin, now)).toEqual([
    {
      quorum: {
        ...{ basis: "ATTENDANCE", isMet: true, required: 2 },
        ...{ counted: null, needs: [], missing: [] },
      },
      seatAttendance: null,
    },
  ]);
});

it("costs as many statements for many meetings as for one", async () => {
  const { next, now, lead } = await buildScene();
  const cost = async (...ids: string[]) => (await sqlOf(() => read(lead, ...ids))).length;
  expect(await cost(next, now)).toBe(await cost(next));
});

it("is met by one more organisation wherever it was met without, and says what is missing exactly where it is not", () => {
  const organisation = fc.constantFrom(
    ...["a", "b"].map((id) => ({ organisationId: id, category: "migrants", countries: [] })),
    ...["c", "d"].map((id) => ({ organisationId: id, category: null, countries: [] })),
  );
  const held = fc.record({
    role: fc.constantFrom("CO_LEAD", "MEMBER", "OBSERVER"),
    status: fc.constantFrom("ATTENDED", "ACCEPTED", "DECLINED", null),
  });
  const seat = fc.tuple(organisation, held).map(([whose, how]) => ({ ...whose, ...how }));
  const quorum = fc.record({
    organisations: fc.option(fc.integer({ min: 1, max: 4 })),
    percent: fc.integer({ min: 1, max: 100 }),
    ofEachNeed: fc.option(fc.integer({ min: 1, max: 2 })),
  });
  fc.assert(
    fc.property(quorum, fc.array(seat), fc.nat(), (asked, seats, at) => {
      const ask = { quorum: asked, needs: [MIGRANTS], basis: QuorumBasis.ATTENDANCE };
      const before = quorumOf(ask, seats);
      expect(before.isMet).toBe(before.missing.length === 0);
      const more = seats.map((one, index) =>
        index === at % seats.length ? { ...one, status: "ATTENDED" } : one,
      );
      const after = quorumOf(ask, more);
      expect(after.required).toBe(before.required);
      expect(after.isMet).toBe(after.isMet || before.isMet);
    }),
    { numRuns: 200 },
  );
  expect(charterAt([], new Date())).toBeNull();
});
