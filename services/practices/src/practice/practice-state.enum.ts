import { registerEnumType } from "type-graphql";

export enum PracticeState {
  DRAFT = "DRAFT",
  SUBMITTED = "SUBMITTED",
  UNDER_REVIEW = "UNDER_REVIEW",
  PUBLISHED = "PUBLISHED",
  WITHDRAWN = "WITHDRAWN",
}

registerEnumType(PracticeState, {
  name: "PracticeState",
  description: "How far a practice has come on its way to publication.",
  valuesConfig: {
    DRAFT: { description: "Being written; its implementers alone see it." },
    SUBMITTED: { description: "Handed in, and waiting for a reviewer." },
    UNDER_REVIEW: { description: "A reviewer has taken it up; its text stands still." },
    PUBLISHED: { description: "Reviewed and open to everybody." },
    WITHDRAWN: { description: "Taken back by its implementers; it may be submitted again." },
  },
});
