import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { execute, told } = harness;
const { buildGroup, buildOrganisation, buildPerson, buildSeat, changeState } =
  createFactories(harness);

const FIELDS = `id state role onBehalfOf answers { question answer } reply decidedAt
  organisation { id } delegate { id } seat { role delegate { id } }
  viewerCanDecide viewerCanWithdraw`;
const ASK = `mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { ${FIELDS} } }`;
const DECIDE = `mutation ($input: DecideJoinRequestInput!) {
  decideJoinRequest(input: $input) { ${FIELDS} } }`;
const WITHDRAW = `mutation ($input: WithdrawJoinRequestInput!) {
  withdrawJoinRequest(input: $input) { state } }`;
const QUESTIONS = `mutation ($input: UpdateWorkingGroupInput!) {
  updateWorkingGroup(input: $input) { joinQuestions { question isRequired } } }`;
const LIST = `query ($id: ID!) { workingGroup(id: $id) {
  joinRequests { totalCount nodes { id } } } }`;

const ownerOf = (id: string) => buildViewer({ organisations: [{ id, role: "OWNER" }] });
const coLeadOf = (id: string) => buildViewer({ groups: [{ id, role: "CO_LEAD" }] });
const WHY = "Why do you want to join?";
const HOW = "How many hours a month?";

async function buildScene() {
  const [group, organisation] = [await buildGroup(), await buildOrganisation()];
  return { group, organisation, owner: ownerOf(organisation), coLead: coLeadOf(group) };
}

async function asked() {
  const scene = await buildScene();
  const { group, organisation, owner: viewer } = scene;
  const { data } = await execute(ASK, { viewer, input: { group, organisation } });
  return { ...scene, id: data.requestToJoin.id as string };
}

it("asks the group's questions, and gives a seat once a co-lead has approved", async () => {
  const { group, organisation, owner, coLead } = await buildScene();
  const joinQuestions = [{ question: WHY }, { question: HOW, isRequired: false }];
  const set = await execute(QUESTIONS, { viewer: coLead, input: { id: group, joinQuestions } });
  expect(set.data.updateWorkingGroup.joinQuestions[0]).toEqual({ question: WHY, isRequired: true });
  const delegate = await buildPerson();
  const answers = [{ question: WHY, answer: " We run a shelter " }];
  const input = {
    group,
    organisation,
    delegate,
    answers,
    role: "OBSERVER",
    onBehalfOf: "Shelters",
  };
  const { data, errors } = await execute(ASK, { viewer: owner, input });
  expect(errors).toBeUndefined();
  const { id } = data.requestToJoin;
  expect(data.requestToJoin).toMatchObject({
    ...{ state: "OPEN", seat: null, viewerCanDecide: false, viewerCanWithdraw: true },
    answers: [{ question: WHY, answer: "We run a shelter" }],
  });
  const decision = { id, decision: "APPROVE", reply: "Welcome" };
  const approved = await execute(DECIDE, { viewer: coLead, input: decision });
  expect(approved.data.decideJoinRequest).toMatchObject({
    ...{ state: "APPROVED", reply: "Welcome", viewerCanDecide: false },
    seat: { role: "OBSERVER", delegate: { id: delegate } },
  });
  const seats = (await told("Seat")).map(({ payload }) => payload);
  expect(seats).toContainEqual(
    expect.objectContaining({ group, organisation, delegate, onBehalfOf: "Shelters" }),
  );
  expect(errorOf(await execute(DECIDE, { viewer: coLead, input: decision })).code).toBe("CONFLICT");
});

it("is declined with a reason, or withdrawn, and may then be asked anew", async () => {
  const { id, group, organisation, owner, coLead } = await asked();
  const decline = (reply?: string) =>
    execute(DECIDE, { viewer: coLead, input: { id, decision: "DECLINE", reply } });
  expect(errorOf(await decline())).toEqual({ code: "BAD_USER_INPUT", field: "reply" });
  expect((await decline("The group is full")).data.decideJoinRequest.state).toBe("DECLINED");
  const again = await execute(ASK, { viewer: owner, input: { group, organisation } });
  const input = { id: again.data.requestToJoin.id };
  const { data } = await execute(WITHDRAW, { viewer: owner, input });
  expect(data.withdrawJoinRequest.state).toBe("WITHDRAWN");
  expect(errorOf(await execute(WITHDRAW, { viewer: owner, input })).code).toBe("CONFLICT");
});

it("is seen by those who decide, and by those who ask, alone", async () => {
  const { id, group, owner, coLead } = await asked();
  const other = await buildOrganisation();
  await execute(ASK, { viewer: ownerOf(other), input: { group, organisation: other } });
  const count = async (viewer: typeof owner | null) =>
    (await execute(LIST, { viewer, id: group })).data.workingGroup.joinRequests.totalCount;
  const member = buildViewer({ groups: [{ id: group, role: "MEMBER" }] });
  const seen = [await count(coLead), await count(admin), await count(owner)];
  expect(seen).toEqual([2, 2, 1]);
  expect([await count(member), await count(null)]).toEqual([0, 0]);
  const input = { id, decision: "APPROVE" };
  expect(errorOf(await execute(DECIDE, { viewer: owner, input })).code).toBe("FORBIDDEN");
  for (const viewer of [member, ownerOf(other)]) {
    expect(errorOf(await execute(DECIDE, { viewer, input }))).toEqual({
      code: "NOT_FOUND",
      type: "JoinRequest",
    });
  }
  expect(errorOf(await execute(WITHDRAW, { viewer: coLead, input: { id } })).code).toBe(
    "FORBIDDEN",
  );
  expect(errorOf(await execute(ASK, { input: { group, organisation: other } })).code).toBe(
    "UNAUTHENTICATED",
  );
});

it("refuses whoever sits there or has asked, and who could not be seen; and the concluded", async () => {
  const { group, organisation, owner } = await asked();
  const refusal = async (input: { group: string; organisation: string; role?: string }) =>
    errorOf(await execute(ASK, { viewer: ownerOf(input.organisation), input }));
  const field = "organisation";
  expect(await refusal({ group, organisation })).toEqual({ code: "CONFLICT", field });
  const seated = await buildOrganisation();
  await buildSeat({ group, organisation: seated });
  expect(await refusal({ group, organisation: seated })).toEqual({ code: "CONFLICT", field });
  const hidden = await buildOrganisation({ audience: Audience.NOBODY });
  expect(await refusal({ group, organisation: hidden })).toEqual({ code: "CONFLICT", field });
  const elsewhere = { viewer: owner, input: { group, organisation: seated } };
  expect(errorOf(await execute(ASK, elsewhere)).code).toBe("FORBIDDEN");
  const free = await buildOrganisation();
  expect(await refusal({ group, organisation: free, role: "CO_LEAD" })).toMatchObject({
    field: "role",
  });
  await changeState(group, "CONCLUDED");
  expect(await refusal({ group, organisation: free })).toEqual({
    code: "CONFLICT",
    field: "group",
  });
});

it.each([
  ["answers", []],
  ["answers", [{ question: WHY, answer: " " }]],
  ["answers.0.question", [{ question: "Nobody asks", answer: "Yes" }]],
  ["answers.1.question", [WHY, WHY].map((question) => ({ question, answer: "Yes" }))],
])("refuses %s: %j", async (field, answers) => {
  const { group, organisation, owner } = await buildScene();
  const joinQuestions = [{ question: WHY }];
  await execute(QUESTIONS, { viewer: admin, input: { id: group, joinQuestions } });
  const answer = await execute(ASK, { viewer: owner, input: { group, organisation, answers } });
  expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
});
