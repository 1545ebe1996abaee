import type { Charter } from "@convene/working-groups/charter/charter.entity";
import type { WorkingGroupTransition } from "@convene/working-groups/working-group/working-group-transition.entity";
import type { WorkingGroup } from "@convene/working-groups/working-group/working-group.entity";
import { WorkingGroupState } from "@convene/working-groups/working-group/working-group.enum";
import { generatedId } from "./generated-id.ts";
import type { NetworkOutline } from "./network-outline.ts";
import type { Recipe } from "./profile.ts";
import type { RowOf } from "./row.ts";

export type CharterRow = RowOf<Charter, "group">;
export type TransitionRow = RowOf<WorkingGroupTransition, "group">;
type Group = Pick<RowOf<WorkingGroup>, "id" | "state" | "createdAt">;

interface Life {
  readonly index: number;
  readonly network: NetworkOutline;
  readonly group: Group;
}

const { PROPOSED, CHARTERED, ACTIVE, DORMANT, CONCLUDED } = WorkingGroupState;
const MONTH = 30 * 86_400_000;

/** The steps to each state, the first of them when the group was entered. */
const STEPS: Readonly<Record<WorkingGroupState, readonly WorkingGroupState[]>> = {
  [PROPOSED]: [PROPOSED],
  [CHARTERED]: [PROPOSED, CHARTERED],
  [ACTIVE]: [PROPOSED, CHARTERED, ACTIVE],
  [DORMANT]: [PROPOSED, CHARTERED, ACTIVE, DORMANT],
  [CONCLUDED]: [PROPOSED, CHARTERED, ACTIVE, CONCLUDED],
};

export const transitionsOf = ({ seed }: Recipe, { index, group }: Life): TransitionRow[] =>
  STEPS[group.state].map((to, at, all) => ({
    id: generatedId({ seed, prefix: "gst", index, part: at }),
    groupId: group.id,
    from: all[at - 1] ?? null,
    to,
    reason: null,
    personId: null,
    at: monthsAfter(group, at),
  }));

/** Of every group that was ever chartered; one in the world needs people of its own country. */
export function chartersOf({ seed }: Recipe, { index, network, group }: Life): CharterRow[] {
  if (group.state === PROPOSED) return [];
  const { code, region } = network.home;
  const countries = network.kind === "COUNTRY" ? [code] : [];
  return [
    {
      id: generatedId({ seed, prefix: "cht", index }),
      groupId: group.id,
      version: 1,
      purpose: `Generated: to follow what is agreed, from ${region} on, and to say what works.`,
      needs: [
        { label: "Migrants", categories: ["migrants"], countries: [], atLeast: 1 },
        { label: "Civil society", categories: ["civil-society"], countries, atLeast: 2 },
      ],
      quorum: { organisations: null, percent: 50, ofEachNeed: null },
      languages: [network.home.namedIn],
      interpretation: [],
      reason: null,
      personId: null,
      adoptedAt: monthsAfter(group, 1),
    },
  ];
}

const monthsAfter = ({ createdAt }: Group, months: number): Date =>
  new Date(createdAt.getTime() + months * MONTH);
