import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
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
  viewerOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { NetworkMemberRole } from "../network-member/network-member.enum.ts";
import { RoleAccess } from "../role/role.enum.ts";

const { db, execute, told } = createHarness(stakeholders);

const ASK = `mutation ($input: RequestToJoinNetworkInput!) { requestToJoinNetwork(input: $input) {
  id state role answers { question answer } network { id } organisation { id }
  membership { id } viewerCanDecide viewerCanWithdraw } }`;
const DECIDE = `mutation ($input: DecideNetworkJoinRequestInput!) {
  decideNetworkJoinRequest(input: $input) {
    state reply membership { role startDate endDate } viewerCanDecide } }`;
const WITHDRAW = `mutation ($input: WithdrawNetworkJoinRequestInput!) {
  withdrawNetworkJoinRequest(input: $input) { state } }`;
const QUESTIONS = `mutation ($input: UpdateNetworkInput!) {
  updateNetwork(input: $input) { joinQuestions { question isRequired } } }`;
const LIST = `query ($id: ID!) { network(id: $id) { joinRequests { totalCount nodes { id } } } }`;
const MERGE = `mutation ($input: MergeOrganisationsInput!) {
  mergeOrganisations(input: $input) { id } }`;
const UNDO = `mutation ($input: UndoOrganisationMergeInput!) {
  undoOrganisationMerge(input: $input) { id } }`;
const WHY = "Why do you want to join?";
const HOW = "How many hours a month?";

const ownerOf = (organisation: { id: string }) => viewerOf([organisation], "OWNER");
const send = (query: string, viewer: Viewer | null, input: object) =>
  execute(query, { viewer, input });

async function buildScene() {
  const [network, organisation] = [await buildNetwork(db()), await buildOrganisation(db())];
  const owner = ownerOf(organisation);
  return { network, organisation, owner, secretariat: secretariatOf(network) };
}

async function asked() {
  const scene = await buildScene();
  const input = { network: scene.network.id, organisation: scene.organisation.id, answers: [] };
  const { data } = await send(ASK, scene.owner, input);
  return { ...scene, input, id: data.requestToJoinNetwork.id as string };
}

const noticesOf = async (event: string) =>
  (await told("Notice"))
    .map(({ payload }) => payload as { people: string[]; item: { event: string } })
    .filter(({ item }) => item.event === event);

it("asks the network's questions, begins a membership once approved, and tells both in turn", async () => {
  const { network, organisation, owner, secretariat } = await buildScene();
  const secretary = await buildPerson(db());
  const role = NetworkMemberRole.SECRETARIAT;
  await buildMember(db(), { networkId: network.id, personId: secretary.id, role });
  const access = RoleAccess.OWNER;
  const { personId } = await buildHeldRole(db(), { organisationId: organisation.id, access });
  const joinQuestions = [{ question: WHY }, { question: HOW, isRequired: false }];
  const set = await send(QUESTIONS, secretariat, { id: network.id, joinQuestions });
  expect(set.data.updateNetwork.joinQuestions[0]).toEqual({ question: WHY, isRequired: true });
  const answers = [{ question: WHY, answer: " We run a shelter " }];
  const ends = { network: network.id, organisation: organisation.id };
  const { data } = await send(ASK, owner, { ...ends, answers, role: "OBSERVER" });
  const { id, ...request } = data.requestToJoinNetwork;
  expect(request).toEqual({
    ...{ state: "OPEN", role: "OBSERVER", membership: null },
    ...{ network: { id: network.id }, organisation: { id: organisation.id } },
    answers: [{ question: WHY, answer: "We run a shelter" }],
    ...{ viewerCanDecide: false, viewerCanWithdraw: true },
  });
  expect(await noticesOf("NETWORK_JOIN_ASKED")).toContainEqual(
    expect.objectContaining({ people: [secretary.id], moderators: false }),
  );
  const decision = { id, decision: "APPROVE", reply: "Welcome" };
  const approved = await send(DECIDE, secretariat, decision);
  expect(approved.data.decideNetworkJoinRequest).toEqual({
    ...{ state: "APPROVED", reply: "Welcome", viewerCanDecide: false },
    membership: { role: "OBSERVER", startDate: daysFromToday(0), endDate: null },
  });
  expect(await noticesOf("NETWORK_JOINED")).toContainEqual(
    expect.objectContaining({ people: [personId] }),
  );
  const standing = (await told("Organisation")).find((change) => change.id === organisation.id);
  expect(standing?.payload).toMatchObject({ protection: { networks: [network.id] } });
  expect(codeOf(await send(DECIDE, secretariat, decision))).toMatchObject({ code: "CONFLICT" });
});

it("is declined with a reason, or withdrawn, and may then be asked anew", async () => {
  const { id, input, owner, secretariat } = await asked();
  const decline = (reply?: string) => send(DECIDE, secretariat, { id, decision: "DECLINE", reply });
  expect(codeOf(await decline(" "))).toMatchObject({ code: "BAD_USER_INPUT", field: "reply" });
  const { data } = await decline("It is full");
  expect(data.decideNetworkJoinRequest).toMatchObject({ state: "DECLINED", membership: null });
  const key = { idempotencyKey: "again" };
  const again = await send(ASK, owner, { ...input, ...key });
  const repeated = await send(ASK, owner, { ...input, ...key });
  const request = { id: again.data.requestToJoinNetwork.id as string };
  expect(repeated.data.requestToJoinNetwork.id).toBe(request.id);
  const withdrawn = await send(WITHDRAW, owner, request);
  expect(withdrawn.data.withdrawNetworkJoinRequest.state).toBe("WITHDRAWN");
  expect(codeOf(await send(WITHDRAW, owner, request))).toMatchObject({ code: "CONFLICT" });
});

it("is seen by the secretariat, and by those who ask, alone", async () => {
  const { id, network, organisation, owner, secretariat } = await asked();
  const other = ownerOf(await buildOrganisation(db()));
  const second = other.organisations[0]?.id;
  await send(ASK, other, { network: network.id, organisation: second, answers: [] });
  const count = async (viewer: Viewer | null) =>
    (await execute(LIST, { viewer, id: network.id })).data.network.joinRequests
      .totalCount as number;
  const member = buildViewer({ networks: [{ id: network.id, role: "MEMBER" }] });
  const delegate = viewerOf([organisation], "DELEGATE");
  const seen = [secretariat, admin, owner, member, delegate, null].map(count);
  expect(await Promise.all(seen)).toEqual([2, 2, 1, 0, 0, 0]);
  const approve = { id, decision: "APPROVE" };
  expect(codeOf(await send(DECIDE, owner, approve))).toMatchObject({ code: "FORBIDDEN" });
  expect(codeOf(await send(WITHDRAW, secretariat, { id }))).toMatchObject({ code: "FORBIDDEN" });
  for (const viewer of [member, delegate, other, secretariatOf(await buildNetwork(db()))]) {
    expect(codeOf(await send(DECIDE, viewer, approve))).toMatchObject({
      ...{ code: "NOT_FOUND", type: "NetworkJoinRequest" },
    });
  }
});

it("refuses whoever belongs or has asked, acts for nobody, or could not be seen", async () => {
  const { network, input, organisation, owner } = await asked();
  const refusal = async (given: { id: string }, more: object = {}) =>
    codeOf(
      await send(ASK, ownerOf(given), {
        ...{ network: network.id, organisation: given.id, answers: [], ...more },
      }),
    );
  const taken = { code: "CONFLICT", field: "organisation" };
  expect(await refusal(organisation)).toMatchObject(taken);
  const inside = await buildOrganisation(db());
  await buildMember(db(), { networkId: network.id, organisationId: inside.id });
  expect(await refusal(inside)).toMatchObject(taken);
  expect(await refusal(await buildHiddenOrganisation(db()))).toMatchObject(taken);
  const free = await buildOrganisation(db());
  expect(await refusal(free, { role: "HOST" })).toMatchObject({ field: "role" });
  const closed = await buildNetwork(db(), { audience: Audience.NOBODY });
  expect(await refusal(free, { network: closed.id })).toMatchObject({ code: "NOT_FOUND" });
  const elsewhere = { ...input, organisation: free.id };
  expect(codeOf(await send(ASK, owner, elsewhere))).toMatchObject({ code: "FORBIDDEN" });
  const delegate = viewerOf([free], "DELEGATE");
  expect(codeOf(await send(ASK, delegate, elsewhere))).toMatchObject({ code: "FORBIDDEN" });
  expect(codeOf(await send(ASK, null, elsewhere))).toMatchObject({ code: "UNAUTHENTICATED" });
  await send(QUESTIONS, admin, { id: network.id, joinQuestions: [{ question: WHY }] });
  expect(await refusal(free)).toMatchObject({ code: "BAD_USER_INPUT", field: "answers" });
});

it("bounds how many networks one organisation asks", async () => {
  const organisation = await buildOrganisation(db());
  const codes: unknown[] = [];
  for (let count = 0; count < 11; count += 1) {
    const { id: network } = await buildNetwork(db());
    const input = { network, organisation: organisation.id, answers: [] };
    codes.push(codeOf(await send(ASK, ownerOf(organisation), input)));
  }
  expect(codes.slice(0, 10).every((code) => code === undefined)).toBe(true);
  expect(codes[10]).toMatchObject({ code: "LIMIT_EXCEEDED" });
});

it("moves with a merge of organisations, and back", async () => {
  const { network, organisation, owner } = await asked();
  const stays = await buildOrganisation(db());
  const seenBy = async (viewer: Viewer) =>
    (await execute(LIST, { viewer, id: network.id })).data.network.joinRequests
      .totalCount as number;
  const { data } = await send(MERGE, admin, { from: organisation.id, into: stays.id });
  expect([await seenBy(owner), await seenBy(ownerOf(stays))]).toEqual([0, 1]);
  await send(UNDO, admin, { merge: data.mergeOrganisations.id });
  expect([await seenBy(owner), await seenBy(ownerOf(stays))]).toEqual([1, 0]);
});
