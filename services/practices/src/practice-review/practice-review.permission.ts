import type { Permission } from "@convene/shared/permission/permission";
import { practiceIn, seesPractice } from "../practice/practice.permission.ts";
import { mayTake, type PracticeStep } from "../practice/practice.policy.ts";
import { PracticeState } from "../practice/practice-state.enum.ts";

interface Step {
  readonly mutation: string;
  readonly step: PracticeStep;
  readonly from: PracticeState;
}

const { DRAFT, SUBMITTED, UNDER_REVIEW, PUBLISHED } = PracticeState;

const STEPS: readonly Step[] = [
  { mutation: "submitPractice", step: "submit", from: DRAFT },
  { mutation: "startPracticeReview", step: "review", from: SUBMITTED },
  { mutation: "publishPractice", step: "publish", from: UNDER_REVIEW },
  { mutation: "withdrawPractice", step: "withdraw", from: PUBLISHED },
];

export const practiceReviewPermissions: readonly Permission[] = STEPS.map(
  ({ mutation, step, from }) => ({
    mutation,
    of: `a practice that is ${from}`,
    sees: seesPractice(from),
    may: (viewer) => mayTake(step, viewer, practiceIn(from)),
  }),
);
