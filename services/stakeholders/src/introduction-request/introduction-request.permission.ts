import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { seesOrganisation } from "../organisation/organisation.permission.ts";
import { IntroductionState } from "./introduction-request.enum.ts";
import {
  canAnswer,
  canRequest,
  canSeeIntroduction,
  canSeeResults,
  canTellOutcome,
} from "./introduction-request.policy.ts";

const WAITING = "waits for the organisation, asked by the other one";
const ACCEPTED = "of the other organisation with the organisation, accepted";

/** The third is one that has nothing to do with those who ask. */
const asked = { seekerId: SAMPLE.otherOrganisation, withheldFrom: [], isTakenDown: false };
export const waiting = {
  ...asked,
  overId: SAMPLE.organisation,
  targetId: "org_third",
  state: IntroductionState.ASKED,
  passedOnAt: null,
};
const accepted = {
  ...asked,
  overId: "org_third",
  targetId: SAMPLE.organisation,
  state: IntroductionState.ACCEPTED,
  passedOnAt: new Date(0),
};
const seesWaiting = (viewer: Viewer | null) => canSeeIntroduction(viewer, waiting);

export const introductionRequestPermissions: readonly Permission[] = [
  {
    mutation: "requestIntroduction",
    of: "for an organisation that everybody sees",
    sees: seesOrganisation,
    may: (viewer) => canRequest(viewer, SAMPLE.organisation),
  },
  {
    mutation: "answerIntroduction",
    of: WAITING,
    sees: seesWaiting,
    may: (viewer) => canAnswer(viewer, waiting),
  },
  {
    mutation: "tellIntroductionOutcome",
    of: ACCEPTED,
    sees: (viewer) => canSeeIntroduction(viewer, accepted),
    may: (viewer) => canTellOutcome(viewer, accepted),
  },
  { field: "Query.introductions", of: WAITING, shows: seesWaiting },
  { field: "Query.introductionResults", of: "of all, in counts", shows: canSeeResults },
];
