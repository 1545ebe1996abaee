import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { createFactories, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";
import { tellInputCall } from "./input-call.job.ts";

const harness = createHarness(workingGroups);
const { db, execute, service, sqlOf, told } = harness;
const { buildGroup, buildNetwork, buildOrganisation, buildPerson, buildSeat, changeState } =
  createFactories(harness);

const OPEN = `mutation ($input: OpenInputCallInput!) {
  openInputCall(input: $input) { id state title questions { question isRequired } closesAt } }`;
const UPDATE = `mutation ($input: UpdateInputCallInput!) {
  updateInputCall(input: $input) { id state title closesAt viewerCanEdit } }`;
const ANSWER = `mutation ($input: AnswerInputCallInput!) { answerInputCall(input: $input) {
  id organisation { id } answers { question answer } viewerCanEdit } }`;
const READ = `query ($id: ID!, $filter: InputCallFilter) { workingGroup(id: $id) {
  inputCalls(filter: $filter) { totalCount nodes { id title answers { totalCount nodes {
    organisation { id } } } } } } }`;

const DAY = 86_400_000;
const from = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const WHY = { question: "Why?" };
const BECAUSE = [{ question: "Why?", answer: "Because" }];
const actingFor = (id: string): Viewer => buildViewer({ organisations: [{ id, role: "EDITOR" }] });

const open = (viewer: Viewer | null, group: string, more: object = {}) =>
  execute(OPEN, {
    viewer,
    input: { group, title: "Housing", questions: [WHY], closesAt: from(30), ...more },
  });
const openId = async (group: string, more: object = {}): Promise<string> =>
  (await open(admin, group, more)).data.openInputCall.id;
const answer = (viewer: Viewer | null, call: string, organisation: string) =>
  execute(ANSWER, { viewer, input: { call, organisation, answers: BECAUSE } });
const calls = async (viewer: Viewer | null, id: string, filter: object | null = null) => {
  const { data, errors } = await execute(READ, { viewer, id, filter });
  expect(errors).toBeUndefined();
  return data.workingGroup.inputCalls;
};
const passDeadline = (call: string) =>
  db().query(
    `UPDATE input_call SET opens_at = now() - interval '9 days', closes_at = now() WHERE id = $1`,
    [call],
  );

async function buildScene() {
  const network = await buildNetwork();
  const group = await buildGroup({ network, audience: Audience.PUBLIC });
  const [delegate, alternate, other] = [
    await buildPerson(),
    await buildPerson(),
    await buildPerson(),
  ];
  const [seated, second, observer] = [
    await buildOrganisation(),
    await buildOrganisation(),
    await buildOrganisation(),
  ];
  await buildSeat({ group, organisation: seated, delegate, alternate });
  await buildSeat({ group, organisation: second, delegate: other });
  await buildSeat({
    ...{ group, organisation: observer, role: "OBSERVER", delegate: await buildPerson() },
  });
  const member = await buildOrganisation({ networks: [network] });
  return { network, group, delegate, alternate, other, seated, second, observer, member };
}

it("asks, takes one answer of each organisation until the deadline, and then none", async () => {
  const { group, seated, second } = await buildScene();
  const opened = await open(admin, group, { text: "Tell us" });
  expect(opened.errors).toBeUndefined();
  expect(opened.data.openInputCall).toMatchObject({
    ...{ state: "OPEN", title: "Housing", questions: [{ ...WHY, isRequired: true }] },
  });
  const { id } = opened.data.openInputCall;
  const first = await answer(actingFor(seated), id, seated);
  expect(first.data?.answerInputCall).toMatchObject({
    ...{ organisation: { id: seated }, answers: BECAUSE, viewerCanEdit: true },
  });
  const other = { call: id, organisation: seated, answers: [{ ...WHY, answer: "Still" }] };
  const changed = await execute(ANSWER, { viewer: actingFor(seated), input: other });
  expect(changed.data.answerInputCall).toMatchObject({
    ...{ id: first.data.answerInputCall.id, answers: [{ answer: "Still" }] },
  });
  expect(await calls(actingFor(seated), group, { unansweredBy: seated })).toMatchObject({
    totalCount: 0,
  });
  expect((await calls(actingFor(second), group, { unansweredBy: second })).totalCount).toBe(1);
  expect((await calls(actingFor(second), group, { unansweredBy: seated })).totalCount).toBe(0);
  await passDeadline(id);
  const late = await answer(actingFor(second), id, second);
  expect(errorOf(late)).toEqual({ code: "CONFLICT", field: "call" });
  expect(late.errors?.[0]?.message).toContain("closed at");
  const closed = { states: { anyOf: ["CLOSED"] } };
  expect((await calls(admin, group, closed)).nodes).toMatchObject([{ answers: { totalCount: 1 } }]);
  const again = await execute(UPDATE, { viewer: admin, input: { id, title: "Other" } });
  expect(errorOf(again)).toEqual({ code: "CONFLICT" });
});

it("is shown to those whom it asks, and takes their answers alone", async () => {
  const { network, group, seated, member, observer } = await buildScene();
  const outside = await buildOrganisation();
  const ids = {
    MEMBERS: await openId(group),
    NETWORK: await openId(group, { addressees: "NETWORK" }),
    PUBLIC: await openId(group, { addressees: "PUBLIC" }),
  };
  const inNetwork = buildViewer({ networks: [{ id: network, role: "MEMBER" }] });
  const ofMember = { ...inNetwork, ...actingFor(member), networks: inNetwork.networks };
  const seen = async (viewer: Viewer | null) =>
    (await calls(viewer, group)).nodes.map((call: { id: string }) => call.id).sort();
  const all = Object.values(ids).sort();
  expect(await seen(admin)).toEqual(all);
  expect(await seen(actingFor(seated))).toEqual(all);
  expect(await seen(actingFor(observer))).toEqual(all);
  expect(await seen(buildViewer({ groups: [{ id: group, role: "OBSERVER" }] }))).toEqual(all);
  expect(await seen(ofMember)).toEqual([ids.NETWORK, ids.PUBLIC].sort());
  for (const viewer of [null, actingFor(outside)]) expect(await seen(viewer)).toEqual([ids.PUBLIC]);
  expect((await answer(ofMember, ids.NETWORK, member)).errors).toBeUndefined();
  expect((await answer(actingFor(outside), ids.PUBLIC, outside)).errors).toBeUndefined();
  expect(errorOf(await answer(actingFor(outside), ids.NETWORK, outside)).code).toBe("NOT_FOUND");
  expect(errorOf(await answer(actingFor(outside), ids.PUBLIC, seated)).code).toBe("FORBIDDEN");
  expect(errorOf(await answer(admin, ids.MEMBERS, outside)).code).toBe("FORBIDDEN");
  expect(errorOf(await answer(null, ids.PUBLIC, outside)).code).toBe("UNAUTHENTICATED");
  expect(errorOf(await answer(admin, newId("icl"), outside)).code).toBe("NOT_FOUND");
});

it("shows the answers to those who were chosen, and to each organisation its own", async () => {
  const { group, seated, second } = await buildScene();
  const of = async (answersShownTo: string) => {
    const id = await openId(group, { addressees: "PUBLIC", answersShownTo });
    await answer(actingFor(seated), id, seated);
    return [answersShownTo, id] as const;
  };
  const made = [await of("CO_LEADS"), await of("MEMBERS"), await of("ADDRESSEES")];
  const read = async (viewer: Viewer | null) => {
    const { nodes } = await calls(viewer, group);
    const counted = (id: string) =>
      nodes.find((call: { id: string }) => call.id === id)?.answers.totalCount;
    return made.map(([, id]) => counted(id));
  };
  const role = (name: "CO_LEAD" | "MEMBER") => buildViewer({ groups: [{ id: group, role: name }] });
  expect(await read(null)).toEqual([0, 0, 1]);
  expect(await read(role("MEMBER"))).toEqual([0, 1, 1]);
  expect(await read(actingFor(second))).toEqual([0, 1, 1]);
  expect(await read(actingFor(seated))).toEqual([1, 1, 1]);
  expect(await read(role("CO_LEAD"))).toEqual([1, 1, 1]);
  const cost = async (id: string) => (await sqlOf(() => calls(admin, id))).length;
  const other = await buildGroup();
  const one = await openId(other, { addressees: "PUBLIC" });
  await answer(actingFor(seated), one, seated);
  expect(await cost(group)).toBe(await cost(other));
});

it("tells and reminds those alone whose organisation has not answered, once for each deadline", async () => {
  const { group, delegate, alternate, other, seated } = await buildScene();
  const call = await openId(group, { closesAt: from(30) });
  const run = { id: "run", attempt: 1, signal: AbortSignal.any([]) };
  const closesAt = async () => {
    const [row] = await db().query<{ at: Date }[]>(
      "SELECT closes_at AS at FROM input_call WHERE id = $1",
      [call],
    );
    return row?.at.toISOString() ?? "";
  };
  const tell = async (telling: string, at?: string) =>
    tellInputCall.run(service().parts, { call, telling, closesAt: at ?? (await closesAt()) }, run);
  const news = async () =>
    (await told("Notice")).flatMap(({ id, payload }) => {
      const { people = [], item } = (payload ?? {}) as {
        people?: string[];
        item?: { event: string };
      };
      return id.startsWith(call) && item ? people.map((one) => `${one} ${item.event}`) : [];
    });
  await tell("opened");
  const all = [delegate, alternate, other];
  expect((await news()).sort()).toEqual(all.map((one) => `${one} CALL_OPENED`).sort());
  await answer(actingFor(seated), call, seated);
  expect(await news()).toEqual([`${other} CALL_OPENED`]);
  await tell("week");
  await tell("week");
  await tell("day", from(3));
  expect((await news()).sort()).toEqual([`${other} CALL_OPENED`, `${other} CALL_REMINDER`]);
  const moved = { id: call, closesAt: from(60) };
  await execute(UPDATE, { viewer: admin, input: moved });
  await tell("week");
  expect(await news()).toHaveLength(3);
  await passDeadline(call);
  await tell("closed");
  expect(await news()).toEqual([]);
});

it("is opened and changed by who edits the group, and closes by a deadline that is past", async () => {
  const { group } = await buildScene();
  const member = buildViewer({ groups: [{ id: group, role: "MEMBER" }] });
  expect(errorOf(await open(null, group)).code).toBe("UNAUTHENTICATED");
  expect(errorOf(await open(member, group)).code).toBe("FORBIDDEN");
  const id = await openId(group, { opensAt: from(2) });
  const later = await answer(admin, id, await buildOrganisation({ networks: [] }));
  expect(errorOf(later).code).toBe("FORBIDDEN");
  const input = { id, title: "Homes" };
  expect(errorOf(await execute(UPDATE, { viewer: member, input })).code).toBe("FORBIDDEN");
  const changed = await execute(UPDATE, { viewer: admin, input });
  expect(changed.data?.updateInputCall).toMatchObject({ title: "Homes", state: "SCHEDULED" });
  const current = await openId(group);
  const past = await execute(UPDATE, { viewer: admin, input: { id: current, closesAt: from(-9) } });
  expect(past.data?.updateInputCall).toMatchObject({ state: "CLOSED", viewerCanEdit: false });
  await changeState(group, "CONCLUDED");
  expect(errorOf(await open(admin, group))).toEqual({ code: "CONFLICT", field: "group" });
});

it.each([
  ["title", { title: " " }],
  ["questions", { questions: [] }],
  ["questions.1.question", { questions: [WHY, WHY] }],
  ["closesAt", { closesAt: from(-1) }],
  ["closesAt", { opensAt: from(9), closesAt: from(8) }],
  ["closesAt", { closesAt: from(900) }],
])("refuses an invalid %s: %j", async (field, wrong) => {
  const refused = await open(admin, await buildGroup(), wrong);
  expect(errorOf(refused)).toEqual({ code: "BAD_USER_INPUT", field });
});
