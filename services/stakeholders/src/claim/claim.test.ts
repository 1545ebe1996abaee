import { createHarness } from "@convene/shared/testing/harness";
import {
  buildHeldRole,
  buildMember,
  buildNetwork,
  buildPerson,
  daysFromToday,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { NetworkMemberRole } from "../network-member/network-member.enum.ts";
import type { Role } from "../role/role.entity.ts";
import { RoleAccess } from "../role/role.enum.ts";

const { db, execute, service } = createHarness(stakeholders);

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

it("hands the secretariat and the host over on the day that was said, and not before", async () => {
  const [before, after] = [
    await buildHeldRole(db(), { access: OWNER }),
    await buildHeldRole(db(), { access: OWNER }),
  ];
  const { id: networkId } = await buildNetwork(db());
  const turn = async ({ organisationId }: Role, startDate: string, endDate: string | null) => {
    for (const role of [SECRETARIAT, HOST]) {
      await buildMember(db(), { networkId, organisationId, role, startDate, endDate });
    }
  };
  const [yesterday, tomorrow] = [daysFromToday(-1), daysFromToday(1)];
  await turn(before, "2020-01-01", tomorrow);
  await turn(after, tomorrow, null);
  const heldBy = async ({ personId }: Role) => (await service().claims(personId ?? "")).networks;
  const governs = [{ id: networkId, role: "SECRETARIAT" }];
  expect([await heldBy(before), await heldBy(after)]).toEqual([governs, []]);
  // Two days on.
  await db().query(
    "UPDATE network_member SET start_date = start_date - 2, end_date = end_date - 2 WHERE network_id = $1",
    [networkId],
  );
  expect([await heldBy(before), await heldBy(after)]).toEqual([[], governs]);
  const query = `query ($id: ID!, $day: Date) { network(id: $id) {
    members(onDate: $day) { nodes { role organisation { id } } } } }`;
  const runBy = async (day: string) =>
    (await execute(query, { id: networkId, day })).data.network.members.nodes;
  const both = ({ organisationId: id }: Role) =>
    ["SECRETARIAT", "HOST"].map((role) => ({ role, organisation: { id } }));
  expect(await runBy(daysFromToday(-2))).toEqual(both(before));
  expect(await runBy(yesterday)).toEqual(both(after));
});

it("takes the higher of two ways into the same network", async () => {
  const { personId, organisationId } = await buildHeldRole(db(), { access: DELEGATE });
  const { networkId } = await buildMember(db(), { organisationId });
  await buildMember(db(), { networkId, personId, organisationId: null, role: SECRETARIAT });
  const { networks } = await service().claims(personId ?? "");
  expect(networks).toEqual([{ id: networkId, role: "SECRETARIAT" }]);
});
