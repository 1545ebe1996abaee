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
  secretariatOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { NetworkMemberRole } from "../network-member/network-member.enum.ts";
import { RoleAccess } from "../role/role.enum.ts";

const { db, execute, service, told } = createHarness(stakeholders);

const CLAIM = `mutation ($input: ClaimOrganisationInput!) { claimOrganisation(input: $input) {
  id state evidence organisation { id } claimant { id } viewerCanDecide } }`;
const DECIDE = `mutation ($input: DecideOwnershipClaimInput!) {
  decideOwnershipClaim(input: $input) { id state reply viewerCanDecide } }`;
const LIST = `{ ownershipClaims(first: 50) { nodes { id viewerCanDecide } } }`;

async function claimant(): Promise<Viewer> {
  const { id: person } = await buildPerson(db());
  return buildViewer({ id: `acc_${person}`, person });
}

/** A member of a network that has somebody for its secretariat, and of which nobody is owner. */
async function unclaimed() {
  const network = await buildNetwork(db());
  const secretary = await buildPerson(db());
  await buildMember(db(), {
    ...{ networkId: network.id, personId: secretary.id },
    role: NetworkMemberRole.SECRETARIAT,
  });
  const organisation = await buildOrganisation(db(), { networks: [network.id] });
  await buildMember(db(), { networkId: network.id, organisationId: organisation.id });
  return { network, secretary, organisation, secretariat: secretariatOf(network) };
}

const claim = (viewer: Viewer | null, organisation: string, more: object = {}) =>
  execute(CLAIM, { viewer, input: { organisation, evidence: "I run it", ...more } });
const decide = (viewer: Viewer | null, id: string, more: object = {}) =>
  execute(DECIDE, { viewer, input: { claim: id, decision: "APPROVE", ...more } });
const listed = async (viewer: Viewer | null): Promise<unknown[]> =>
  (await execute(LIST, { viewer })).data.ownershipClaims.nodes;

const noticesOf = async (event: string) =>
  (await told("Notice"))
    .map(({ payload }) => payload as { people: string[]; item: { event: string; title: string } })
    .filter(({ item }) => item.event === event);

it("makes the claimant the owner once the secretariat approves, and tells both in turn", async () => {
  const { organisation, secretariat, secretary } = await unclaimed();
  const viewer = await claimant();
  const made = (await claim(viewer, organisation.id)).data.claimOrganisation;
  expect(made).toMatchObject({
    ...{ state: "OPEN", evidence: "I run it", viewerCanDecide: false },
    ...{ organisation: { id: organisation.id }, claimant: { id: viewer.person } },
  });
  expect(await noticesOf("CLAIM_MADE")).toContainEqual(
    expect.objectContaining({ people: [secretary.id] }),
  );
  expect(await listed(secretariat)).toEqual([{ id: made.id, viewerCanDecide: true }]);
  expect(await listed(viewer)).toEqual([{ id: made.id, viewerCanDecide: false }]);
  for (const stranger of [null, await claimant()]) expect(await listed(stranger)).toEqual([]);
  const { data } = await decide(secretariat, made.id);
  expect(data.decideOwnershipClaim).toMatchObject({ state: "APPROVED", viewerCanDecide: false });
  const { organisations } = await service().claims(viewer.person ?? "");
  expect(organisations).toEqual([{ id: organisation.id, role: "OWNER" }]);
  expect(await noticesOf("CLAIM_APPROVED")).toContainEqual(
    expect.objectContaining({ people: [viewer.person] }),
  );
  expect(codeOf(await decide(secretariat, made.id))).toMatchObject({ code: "CONFLICT" });
  expect(codeOf(await claim(await claimant(), organisation.id))).toMatchObject({
    code: "CONFLICT",
    field: "organisation",
  });
});

it("asks for a reason to decline, which gives nobody a role", async () => {
  const { organisation, secretariat } = await unclaimed();
  const viewer = await claimant();
  const { id } = (await claim(viewer, organisation.id)).data.claimOrganisation;
  const refused = await decide(secretariat, id, { decision: "DECLINE", reply: " " });
  expect(codeOf(refused)).toMatchObject({ code: "BAD_USER_INPUT", field: "reply" });
  const reply = "Write from the address of the organisation";
  const { data } = await decide(secretariat, id, { decision: "DECLINE", reply });
  expect(data.decideOwnershipClaim).toMatchObject({ state: "DECLINED", reply });
  expect((await service().claims(viewer.person ?? "")).organisations).toEqual([]);
});

it("approves one of two claims, and refuses the other", async () => {
  const { organisation, secretariat } = await unclaimed();
  const [first, second] = [await claimant(), await claimant()];
  const ids: string[] = [];
  for (const viewer of [first, second]) {
    ids.push((await claim(viewer, organisation.id)).data.claimOrganisation.id as string);
  }
  const answers = await Promise.all(ids.map((id) => decide(secretariat, id)));
  const codes = answers.map((answer) => (codeOf(answer) as { code?: string } | undefined)?.code);
  expect(codes.sort()).toEqual(["CONFLICT", undefined]);
});

it("refuses whoever is nobody, sees nothing or decides nothing, and decisions about oneself", async () => {
  const { organisation, network } = await unclaimed();
  const viewer = await claimant();
  expect(codeOf(await claim(null, organisation.id))).toMatchObject({ code: "UNAUTHENTICATED" });
  expect(codeOf(await claim(buildViewer(), organisation.id))).toMatchObject({ code: "FORBIDDEN" });
  const hidden = await buildHiddenOrganisation(db());
  expect(codeOf(await claim(viewer, hidden.id))).toMatchObject({ code: "NOT_FOUND" });
  expect(codeOf(await claim(viewer, organisation.id, { evidence: "" }))).toMatchObject({
    field: "evidence",
  });
  const { id } = (await claim(viewer, organisation.id)).data.claimOrganisation;
  expect(codeOf(await claim(viewer, organisation.id))).toMatchObject({ code: "CONFLICT" });
  expect(codeOf(await decide(await claimant(), id))).toMatchObject({ code: "NOT_FOUND" });
  expect(codeOf(await decide(viewer, id))).toMatchObject({ code: "FORBIDDEN" });
  const own = { ...secretariatOf(network), person: viewer.person };
  expect(codeOf(await decide(own, id))).toMatchObject({ code: "FORBIDDEN" });
  const elsewhere = secretariatOf(await buildNetwork(db()));
  expect(codeOf(await decide(elsewhere, id))).toMatchObject({ code: "NOT_FOUND" });
  expect(codeOf(await decide(admin, id))).toBeUndefined();
});

it("bounds what one person claims, and says who may claim what", async () => {
  const viewer = await claimant();
  const free = await Promise.all([1, 2, 3, 4].map(() => buildOrganisation(db())));
  for (const { id } of free.slice(0, 3)) expect(codeOf(await claim(viewer, id))).toBeUndefined();
  const last = free[3]?.id ?? "";
  expect(codeOf(await claim(viewer, last))).toMatchObject({ code: "LIMIT_EXCEEDED" });
  const { organisationId: owned } = await buildHeldRole(db(), { access: RoleAccess.OWNER });
  const query = `query ($one: ID!, $other: ID!) {
    free: organisation(id: $one) { isClaimed viewerCanClaim }
    owned: organisation(id: $other) { isClaimed viewerCanClaim } }`;
  const { data } = await execute(query, { viewer, one: last, other: owned });
  expect(data).toEqual({
    free: { isClaimed: false, viewerCanClaim: true },
    owned: { isClaimed: true, viewerCanClaim: false },
  });
});
