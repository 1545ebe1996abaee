import { Field, InputType } from "type-graphql";
import { RecordCommitmentInput, UpdateCommitmentInput } from "../commitment/commitment.inputs.ts";
import { ActionState } from "./action-state.enum.ts";

@InputType({ description: "A new action." })
export class RecordActionInput extends RecordCommitmentInput {}

@InputType({ description: "What changes of an action; what is not given stays." })
export class UpdateActionInput extends UpdateCommitmentInput {
  @Field(() => ActionState, { nullable: true, description: "How far it is now." })
  state?: ActionState | null;
}
