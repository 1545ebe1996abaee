import { conflict, forbidden, invalid } from "@convene/shared/errors";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import type { PracticeChangeService } from "../practice/practice-change.service.ts";
import type { Practice } from "../practice/practice.entity.ts";
import {
  isDue,
  isImpartial,
  isReviewer,
  mayTake,
  PRACTICE_STEPS,
  type PracticeStep,
} from "../practice/practice.policy.ts";
import type {
  PublishPracticeInput,
  StartPracticeReviewInput,
  SubmitPracticeInput,
  WithdrawPracticeInput,
} from "./practice-review.inputs.ts";

/** The way of a practice from draft to publication, and back. */
export class PracticeReviewService {
  constructor(private readonly changes: PracticeChangeService) {}

  submit(viewer: Viewer, input: SubmitPracticeInput): Promise<Practice> {
    const change = { viewer, mutation: "submitPractice", input, id: input.id };
    return this.changes.change(change, (practice) => {
      take("submit", viewer, practice);
    });
  }

  startReview(viewer: Viewer, input: StartPracticeReviewInput): Promise<Practice> {
    const change = { viewer, mutation: "startPracticeReview", input, id: input.id };
    return this.changes.change(change, (practice) => {
      take("review", viewer, practice);
    });
  }

  publish(viewer: Viewer, input: PublishPracticeInput): Promise<Practice> {
    const change = { viewer, mutation: "publishPractice", input, id: input.id };
    return this.changes.change(change, (practice) => {
      take("publish", viewer, practice);
      practice.publishedAt = publicationOf(viewer, input);
    });
  }

  withdraw(viewer: Viewer, input: WithdrawPracticeInput): Promise<Practice> {
    const change = { viewer, mutation: "withdrawPractice", input, id: input.id };
    return this.changes.change(change, (practice) => {
      take("withdraw", viewer, practice);
      practice.publishedAt = null;
    });
  }
}

/** @throws FORBIDDEN to who does not take this step, CONFLICT when it is not its turn. */
function take(step: PracticeStep, viewer: Viewer, practice: Practice): void {
  if (!mayTake(step, viewer, practice)) throw forbidden(whyNot(step, viewer, practice));
  if (!isDue(step, practice)) {
    throw conflict(
      `A practice that is ${practice.state} cannot become ${PRACTICE_STEPS[step].to}`,
      {
        state: practice.state,
      },
    );
  }
  practice.state = PRACTICE_STEPS[step].to;
}

function whyNot(step: PracticeStep, viewer: Viewer, practice: Practice): string {
  if (step === "submit" || step === "withdraw") {
    return "Only an editor of one of its implementers may do this";
  }
  return isReviewer(viewer) && !isImpartial(viewer, practice)
    ? "A conflict of interest: you have a role in one of its implementers"
    : "Only a reviewer may do this";
}

function publicationOf(viewer: Viewer, { publishedAt }: PublishPracticeInput): Date {
  const now = new Date();
  if (!publishedAt) return now;
  if (!isAdmin(viewer)) throw forbidden("Only an administrator may say when it was published");
  if (publishedAt > now) throw invalid("publishedAt", "publishedAt must not be in the future");
  return publishedAt;
}
