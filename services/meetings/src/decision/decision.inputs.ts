import { Field, InputType } from "type-graphql";
import { RecordCommitmentInput, UpdateCommitmentInput } from "../commitment/commitment.inputs.ts";
import { DecisionState } from "./decision-state.enum.ts";

@InputType({ description: "A new decision." })
export class RecordDecisionInput extends RecordCommitmentInput {}

@InputType({ description: "What changes of a decision; what is not given stays." })
export class UpdateDecisionInput extends UpdateCommitmentInput {
  @Field(() => DecisionState, { nullable: true, description: "How far it is now." })
  state?: DecisionState | null;
}
