import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, dayFromToday, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { db, execute, sqlOf, told } = harness;
const { buildGroup, buildNetwork, buildPerson, buildSeat, changeState } = createFactories(harness);

const CHARTER = `version purpose needs { label atLeast } languages interpretation reason
  quorum { organisations percent ofEachNeed } adoptedBy { id }`;
const ADOPT = `mutation ($input: AdoptCharterInput!) { adoptCharter(input: $input) {
  charter { ${CHARTER} } charters { totalCount nodes { ${CHARTER} } } needs { label } } }`;
const PURPOSE = { purpose: "To agree on safe pathways" };

const migrants = { label: "Migrants", categories: ["migrants"], atLeast: 2 };
const adopt = (group: string, input: object, viewer = admin) =>
  execute(ADOPT, { viewer, input: { group, ...PURPOSE, ...input } });

it("keeps every version, and lets the latest stand: for the group, its needs and the feed", async () => {
  const network = await buildNetwork();
  const group = await buildGroup({ network });
  await buildSeat({ group });
  await buildSeat({ group, role: "CO_LEAD", startDate: dayFromToday(9) });
  const person = await buildPerson();
  const secretariat = buildViewer({ person, networks: [{ id: network, role: "SECRETARIAT" }] });
  await adopt(group, { quorum: { percent: 50 } }, secretariat);
  const quorum = { organisations: 2, ofEachNeed: 2 };
  const input = { needs: [migrants], quorum, languages: ["en", "fr"], interpretation: ["ar"] };
  const second = await adopt(group, { ...input, reason: "Migrants lead" }, secretariat);
  expect(second.errors).toBeUndefined();
  const { charter, charters, needs } = second.data.adoptCharter;
  expect(charter).toEqual({
    version: 2,
    ...PURPOSE,
    needs: [{ label: "Migrants", atLeast: 2 }],
    quorum: { ...quorum, percent: null },
    languages: ["en", "fr"],
    interpretation: ["ar"],
    reason: "Migrants lead",
    adoptedBy: { id: person },
  });
  expect(charters.totalCount).toBe(2);
  expect(charters.nodes[1]).toMatchObject({ version: 1, needs: [], quorum: { percent: 50 } });
  expect(needs).toEqual([{ label: "Migrants" }]);
  const change = (await told("WorkingGroup")).find(({ id }) => id === group);
  expect(change?.payload).toMatchObject({ needs: [migrants], quorum });
  await expect(db().query("UPDATE charter SET purpose = ''")).rejects.toThrow("never changed");
});

it("refuses a quorum that could never be reached, and says why", async () => {
  const group = await buildGroup();
  await buildSeat({ group });
  await buildSeat({ group, role: "OBSERVER" });
  await buildSeat({ group, startDate: dayFromToday(-9), endDate: dayFromToday(-1) });
  const { errors } = await adopt(group, { quorum: { organisations: 2 } });
  expect(errors?.[0]).toMatchObject({
    message: "quorum.organisations cannot be 2: only 1 hold a seat as members or co-leads",
    extensions: { code: "BAD_USER_INPUT", field: "quorum.organisations" },
  });
});

it.each([
  ["purpose", { purpose: " " }],
  ["quorum", { quorum: {} }],
  ["quorum", { quorum: { organisations: 1, percent: 50 } }],
  ["quorum.organisations", { quorum: { organisations: 0 } }],
  ["quorum.percent", { quorum: { percent: 101 } }],
  ["quorum.ofEachNeed", { quorum: { percent: 50, ofEachNeed: 1 } }],
  ["quorum.ofEachNeed", { needs: [migrants], quorum: { percent: 50, ofEachNeed: 3 } }],
  ["needs.0", { needs: [{ label: "Anybody" }] }],
])("refuses an invalid %s: %j", async (field, wrong) => {
  const answer = await adopt(await buildGroup(), wrong);
  expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
});

it("is the secretariat's: not the co-leads', and of a hidden group it knows nothing", async () => {
  const group = await buildGroup();
  expect(errorOf(await execute(ADOPT, { input: { group, ...PURPOSE } })).code).toBe(
    "UNAUTHENTICATED",
  );
  const coLead = buildViewer({ groups: [{ id: group, role: "CO_LEAD" }] });
  expect(errorOf(await adopt(group, {}, coLead)).code).toBe("FORBIDDEN");
  const hidden = await buildGroup({ audience: "NOBODY" });
  expect(errorOf(await adopt(hidden, {}, buildViewer()))).toEqual({
    code: "NOT_FOUND",
    type: "WorkingGroup",
  });
});

it("does not replace what somebody else has adopted meanwhile, nor revive what is concluded", async () => {
  const group = await buildGroup();
  const key = { idempotencyKey: "charter", replaces: 0 };
  await adopt(group, key);
  expect((await adopt(group, key)).data.adoptCharter.charters.totalCount).toBe(1);
  const lost = await adopt(group, { replaces: 0, purpose: "To agree on another" });
  expect(lost.errors?.[0]?.extensions).toMatchObject({
    ...{ code: "CONFLICT", field: "replaces" },
    stored: { version: 1, ...PURPOSE, needs: [], quorum: null },
    submitted: { replaces: 0, purpose: "To agree on another" },
  });
  await changeState(group, "CONCLUDED");
  expect(errorOf(await adopt(group, {}))).toEqual({ code: "CONFLICT", field: "group" });
});

it("leaves the needs of a group to its charter, once it has one", async () => {
  const id = await buildGroup({ needs: [migrants] });
  await adopt(id, { needs: [migrants] });
  const query = `mutation ($input: UpdateWorkingGroupInput!) {
    updateWorkingGroup(input: $input) { id } }`;
  const answer = await execute(query, { viewer: admin, input: { id, needs: [] } });
  expect(errorOf(answer)).toEqual({ code: "CONFLICT", field: "needs" });
});

it("costs as many statements for many groups as for one", async () => {
  const cost = async (first: number) => {
    const query = `{ workingGroups(first: ${first}) { nodes {
      charter { version } charters(first: 2) { totalCount nodes { version } }
      transitions(first: 2) { totalCount nodes { to } } } } }`;
    return (await sqlOf(() => execute(query))).length;
  };
  for (let count = 0; count < 3; count += 1) await buildGroup();
  expect(await cost(4)).toBe(await cost(1));
});
