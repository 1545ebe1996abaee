import { Audience } from "@convene/shared/audience";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { anyGroup, anyViewer } from "../../test/arbitraries.ts";
import {
  FIRST_STATES,
  isStep,
  needsCoLead,
  stateChoices,
  takesSeats,
} from "./working-group-state.policy.ts";
import { WorkingGroupState } from "./working-group.enum.ts";
import { canEditGroup, canGovernGroup } from "./working-group.policy.ts";

const { PROPOSED, CHARTERED, ACTIVE, DORMANT, CONCLUDED } = WorkingGroupState;
const STATES = Object.values(WorkingGroupState);
const anyState = fc.constantFrom(...STATES);

describe("the steps of a group's life", () => {
  it.each([
    [PROPOSED, [CHARTERED, CONCLUDED]],
    [CHARTERED, [ACTIVE, CONCLUDED]],
    [ACTIVE, [DORMANT, CONCLUDED]],
    [DORMANT, [ACTIVE, CONCLUDED]],
    [CONCLUDED, [CHARTERED]],
  ])("lead from %s to %j alone", (from, expected) => {
    expect(STATES.filter((to) => isStep(from, to))).toEqual(expected);
  });

  it("reach every state from each in which a group is entered, and never stand still", () => {
    for (const first of FIRST_STATES) {
      const reached = new Set([first]);
      for (const from of reached) {
        for (const to of STATES.filter((state) => isStep(from, state))) reached.add(to);
      }
      for (const state of STATES.filter((one) => one !== PROPOSED))
        expect(reached).toContain(state);
    }
    for (const state of STATES) expect(isStep(state, state)).toBe(false);
  });

  it("let no group be active that was not chartered before, on any walk", () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 12 }), (wishes) => {
        const walk = [PROPOSED];
        for (const to of wishes) if (isStep(walk.at(-1) ?? PROPOSED, to)) walk.push(to);
        const active = walk.indexOf(ACTIVE);
        if (active >= 0) expect(walk.slice(0, active)).toContain(CHARTERED);
        const concluded = walk.indexOf(CONCLUDED);
        if (concluded >= 0 && concluded < walk.length - 1) {
          expect(walk[concluded + 1]).toBe(CHARTERED);
        }
      }),
    );
  });
});

describe("stateChoices", () => {
  const group = { id: "grp_1", networkId: "net_1", organisations: [], networks: ["net_1"] };
  const coLead = buildViewer({ groups: [{ id: "grp_1", role: "CO_LEAD" }] });

  it("lets co-leads begin, rest and conclude, and leaves chartering to the secretariat", () => {
    const choices = (viewer: typeof admin, state: WorkingGroupState) =>
      stateChoices(viewer, { ...group, audience: Audience.PUBLIC, state });
    expect(choices(coLead, CHARTERED)).toEqual([ACTIVE, CONCLUDED]);
    expect(choices(coLead, PROPOSED)).toEqual([]);
    expect(choices(coLead, CONCLUDED)).toEqual([]);
    expect(choices(admin, CONCLUDED)).toEqual([CHARTERED]);
  });

  it("offers steps only, none to who may not edit, and every step to who governs", () => {
    fc.assert(
      fc.property(anyViewer, anyGroup, anyState, (viewer, some, state) => {
        const choices = stateChoices(viewer, { ...some, state });
        const steps = STATES.filter((to) => isStep(state, to));
        expect(steps).toEqual(expect.arrayContaining(choices));
        if (!canEditGroup(viewer, some)) expect(choices).toEqual([]);
        if (canGovernGroup(viewer, some)) expect(choices).toEqual(steps);
      }),
    );
  });
});

it("asks for a co-lead where a group becomes active, and there alone", () => {
  expect(STATES.filter(needsCoLead)).toEqual([ACTIVE]);
});

it("closes the table when the group is concluded", () => {
  expect(STATES.filter((state) => !takesSeats({ state }))).toEqual([CONCLUDED]);
});
