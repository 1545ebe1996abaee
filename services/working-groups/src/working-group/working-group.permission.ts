import { Audience, CHOSEN_AUDIENCES } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { WorkingGroupState } from "./working-group.enum.ts";
import { canCreateGroup, canEditGroup, canSeeGroup } from "./working-group.policy.ts";
import { stateChoices } from "./working-group-state.policy.ts";

const IT = "a group that everybody sees";

/** The one that the table is about: it stands in the network, and the organisation sits in it. */
export const sampleGroup = {
  id: SAMPLE.group,
  networkId: SAMPLE.network,
  audience: Audience.PUBLIC,
  organisations: [SAMPLE.organisation],
  networks: [SAMPLE.network],
};

export const seesGroup = (viewer: Viewer | null): boolean => canSeeGroup(viewer, sampleGroup);

const { PROPOSED, CHARTERED, ACTIVE } = WorkingGroupState;

const step = (of: string, state: WorkingGroupState, to: WorkingGroupState): Permission => ({
  mutation: "changeWorkingGroupState",
  of,
  sees: seesGroup,
  may: (viewer) => stateChoices(viewer, { ...sampleGroup, state }).includes(to),
});

export const workingGroupPermissions: readonly Permission[] = [
  {
    mutation: "createWorkingGroup",
    of: "in a network that everybody sees",
    may: (viewer) => canCreateGroup(viewer, SAMPLE.network),
  },
  {
    mutation: "createWorkingGroup",
    of: "in no network",
    may: (viewer) => canCreateGroup(viewer, null),
  },
  {
    mutation: "updateWorkingGroup",
    of: IT,
    sees: seesGroup,
    may: (viewer) => canEditGroup(viewer, sampleGroup),
  },
  step("charters what was proposed", PROPOSED, CHARTERED),
  step("begins what is chartered", CHARTERED, ACTIVE),
  ...CHOSEN_AUDIENCES.map((audience) => ({
    field: "WorkingGroup",
    of: `of the audience ${audience}`,
    shows: (viewer: Viewer | null) => canSeeGroup(viewer, { ...sampleGroup, audience }),
  })),
];
