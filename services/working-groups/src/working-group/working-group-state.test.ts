import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, dayFromToday, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { db, execute, told } = harness;
const { buildGroup, buildNetwork, buildPerson, buildSeat, changeState, endSeat } =
  createFactories(harness);

const CHANGE = `mutation ($input: ChangeWorkingGroupStateInput!) {
  changeWorkingGroupState(input: $input) { state viewerStateChoices } }`;

const STEPS = `query ($id: ID!) { workingGroup(id: $id) {
  transitions { totalCount nodes { from to reason at by { id } } } } }`;
const GONE = "DELETE FROM group_transition";

const coLeadOf = (id: string) => buildViewer({ groups: [{ id, role: "CO_LEAD" }] });

describe("changeWorkingGroupState", () => {
  it("brings a group from its proposal to its end, and tells of each step", async () => {
    const network = await buildNetwork();
    const id = await buildGroup({ network });
    await buildSeat({ group: id, role: "CO_LEAD" });
    const secretariat = buildViewer({ networks: [{ id: network, role: "SECRETARIAT" }] });
    const step = async (state: string, viewer = coLeadOf(id)) => {
      const { data, errors } = await execute(CHANGE, { viewer, input: { id, state } });
      expect(errors).toBeUndefined();
      expect(data.changeWorkingGroupState.state).toBe(state);
      const change = (await told("WorkingGroup")).find((one) => one.id === id);
      const concludedAt = state === "CONCLUDED" ? expect.any(String) : null;
      expect(change?.payload).toMatchObject({ state, concludedAt });
      return data.changeWorkingGroupState.viewerStateChoices as string[];
    };
    expect(await step("CHARTERED", secretariat)).toEqual(["ACTIVE", "CONCLUDED"]);
    expect(await step("ACTIVE")).toEqual(["DORMANT", "CONCLUDED"]);
    expect(await step("DORMANT")).toEqual(["ACTIVE", "CONCLUDED"]);
    expect(await step("CONCLUDED")).toEqual([]);
    expect(await step("CHARTERED", secretariat)).toEqual(["ACTIVE", "CONCLUDED"]);
  });

  it("keeps who took each step, when and why, and never changes it", async () => {
    const person = await buildPerson();
    const id = await buildGroup();
    const viewer = { ...admin, person };
    await execute(CHANGE, { viewer, input: { id, state: "CHARTERED", reason: " Agreed in May " } });
    const { data } = await execute(STEPS, { id });
    expect(data.workingGroup.transitions).toMatchObject({
      totalCount: 2,
      nodes: [
        { from: "PROPOSED", to: "CHARTERED", reason: "Agreed in May", by: { id: person } },
        { from: null, to: "PROPOSED", reason: null, by: null },
      ],
    });
    const [step] = data.workingGroup.transitions.nodes;
    expect(Date.now() - Date.parse(step.at)).toBeLessThan(60_000);
    for (const change of ["UPDATE group_transition SET reason = ''", GONE]) {
      await expect(db().query(change)).rejects.toThrow("never changed");
    }
    const input = { id, state: "CONCLUDED", reason: "x".repeat(2_001) };
    expect(errorOf(await execute(CHANGE, { viewer, input }))).toMatchObject({ field: "reason" });
  });

  it("refuses an anonymous viewer", async () => {
    const input = { id: await buildGroup(), state: "CHARTERED" };
    expect(errorOf(await execute(CHANGE, { input })).code).toBe("UNAUTHENTICATED");
  });

  it("refuses members, and co-leads where only the secretariat decides", async () => {
    const id = await buildGroup();
    const member = buildViewer({ groups: [{ id, role: "MEMBER" }] });
    for (const viewer of [member, coLeadOf(id)]) {
      const answer = await execute(CHANGE, { viewer, input: { id, state: "CHARTERED" } });
      expect(errorOf(answer).code).toBe("FORBIDDEN");
    }
  });

  it("refuses what is no step from where the group stands", async () => {
    const id = await buildGroup();
    for (const state of ["PROPOSED", "ACTIVE", "DORMANT"]) {
      const answer = await execute(CHANGE, { viewer: admin, input: { id, state } });
      expect(errorOf(answer)).toEqual({ code: "CONFLICT", field: "state" });
    }
  });

  it("refuses to begin while nobody leads: no seat, an ended one, one to come, a member's", async () => {
    const id = await buildGroup({ state: "CHARTERED" });
    const begin = async () =>
      errorOf(await execute(CHANGE, { viewer: admin, input: { id, state: "ACTIVE" } }));
    expect(await begin()).toEqual({ code: "CONFLICT", field: "state" });
    await endSeat(await buildSeat({ group: id, role: "CO_LEAD" }));
    await buildSeat({ group: id, role: "CO_LEAD", startDate: dayFromToday(1) });
    await buildSeat({ group: id, role: "MEMBER" });
    expect(await begin()).toEqual({ code: "CONFLICT", field: "state" });
    await buildSeat({ group: id, role: "CO_LEAD" });
    await changeState(id, "ACTIVE");
  });

  it("says NOT_FOUND for a group that is missing or hidden", async () => {
    const hidden = await buildGroup({ audience: "ORGANISATION" });
    for (const id of [hidden, "grp_missing"]) {
      const input = { id, state: "CHARTERED" };
      expect(errorOf(await execute(CHANGE, { viewer: buildViewer(), input })).code).toBe(
        "NOT_FOUND",
      );
    }
  });

  it("takes one step for one idempotency key", async () => {
    const input = { id: await buildGroup(), state: "CHARTERED", idempotencyKey: "step" };
    await execute(CHANGE, { viewer: admin, input });
    const { data } = await execute(CHANGE, { viewer: admin, input });
    expect(data.changeWorkingGroupState.state).toBe("CHARTERED");
  });
});
