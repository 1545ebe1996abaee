import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { PracticeState } from "./practice-state.enum.ts";
import { audienceOf, canEdit, canSeePractice, entry } from "./practice.policy.ts";

/** Of the organisation, in whose name the secretariat of its network has entered it. */
export const practiceIn = (state: PracticeState) => ({
  state,
  steward: SAMPLE.network,
  audience: audienceOf(state),
  organisations: [SAMPLE.organisation],
  networks: [],
});

export const seesPractice = (state: PracticeState) => (viewer: Viewer | null) =>
  canSeePractice(viewer, practiceIn(state));

/** Of whatever those do who may change a draft. */
export const editsDraft = {
  of: "a draft, entered by the secretariat",
  sees: seesPractice(PracticeState.DRAFT),
  may: (viewer: Viewer) => canEdit(viewer, practiceIn(PracticeState.DRAFT)),
};

const implementer = { id: SAMPLE.organisation, networks: [SAMPLE.network] };

export const practicePermissions: readonly Permission[] = [
  {
    mutation: "createPractice",
    of: "of an organisation that everybody sees",
    may: (viewer) => entry(viewer, [implementer]) !== null,
  },
  { mutation: "updatePractice", ...editsDraft },
  ...Object.values(PracticeState).map((state) => ({
    field: "Practice",
    of: `in the state ${state}`,
    shows: seesPractice(state),
  })),
];
