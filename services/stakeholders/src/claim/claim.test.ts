import { createHarness } from "@convene/shared/testing/harness";
import { buildHeldRole, buildMember, buildPerson, daysFromToday } from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { NetworkMemberRole } from "../network-member/network-member.enum.ts";
import { RoleAccess } from "../role/role.enum.ts";

const { db, service } = createHarness(stakeholders);

const { OWNER, EDITOR, DELEGATE } = RoleAccess;
const { SECRETARIAT, HOST, MEMBER, OBSERVER } = NetworkMemberRole;

it("knows nothing of a stranger", async () => {
  expect(await service().claims("per_gone")).toEqual({ organisations: [], networks: [] });
});

it("gives the highest access that is held today in each organisation, and no other", async () => {
  const { id: personId } = await buildPerson(db());
  const twice = await buildHeldRole(db(), { personId, access: DELEGATE });
  const { organisationId } = twice;
  await buildHeldRole(db(), { personId, organisationId, access: OWNER });
  await buildHeldRole(db(), { personId, organisationId, access: EDITOR });
  await buildHeldRole(db(), { personId, access: null });
  await buildHeldRole(db(), { personId, access: OWNER, startDate: daysFromToday(1) });
  const ended = { startDate: "2020-01-01", endDate: daysFromToday(0) };
  await buildHeldRole(db(), { personId, access: OWNER, ...ended });
  await buildHeldRole(db(), { access: OWNER });
  expect(await service().claims(personId)).toEqual({
    organisations: [{ id: organisationId, role: "OWNER" }],
    networks: [],
  });
});

it.each([
  [null, MEMBER, undefined],
  [null, SECRETARIAT, undefined],
  [DELEGATE, MEMBER, "MEMBER"],
  [DELEGATE, HOST, "MEMBER"],
  [DELEGATE, SECRETARIAT, "MEMBER"],
  [EDITOR, SECRETARIAT, "SECRETARIAT"],
  [OWNER, SECRETARIAT, "SECRETARIAT"],
  [OWNER, OBSERVER, undefined],
])(
  "makes of access %s in an organisation that is %s in a network: %s",
  async (access, role, is) => {
    const { personId, organisationId } = await buildHeldRole(db(), { access });
    const { networkId } = await buildMember(db(), { organisationId, role });
    const { networks } = await service().claims(personId ?? "");
    expect(networks).toEqual(is === undefined ? [] : [{ id: networkId, role: is }]);
  },
);

it("counts a membership of one's own, and only while it lasts", async () => {
  const { id: personId } = await buildPerson(db());
  const { networkId } = await buildMember(db(), { personId, role: SECRETARIAT });
  const ended = { startDate: "2020-01-01", endDate: "2020-02-01" };
  await buildMember(db(), { personId, role: SECRETARIAT, ...ended });
  await buildMember(db(), { personId, startDate: daysFromToday(1) });
  const { networks } = await service().claims(personId);
  expect(networks).toEqual([{ id: networkId, role: "SECRETARIAT" }]);
});

it("takes the higher of two ways into the same network", async () => {
  const { personId, organisationId } = await buildHeldRole(db(), { access: DELEGATE });
  const { networkId } = await buildMember(db(), { organisationId });
  await buildMember(db(), { networkId, personId, organisationId: null, role: SECRETARIAT });
  const { networks } = await service().claims(personId ?? "");
  expect(networks).toEqual([{ id: networkId, role: "SECRETARIAT" }]);
});
