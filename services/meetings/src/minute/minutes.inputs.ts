import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "What the minutes of an agenda item shall say." })
export class SaveMinutesInput extends MutationInput {
  @Field(() => ID, { description: "The agenda item." })
  agendaItem!: string;

  @Field(() => String, { description: "The whole text, Markdown; at most 20,000 characters." })
  text!: string;

  @Field(() => Int, {
    description:
      "The version that was read and is changed here; 0 where nothing was there. Where somebody else has saved meanwhile the answer is the error CONFLICT with `yours`, `theirs` and their `version`.",
  })
  baseVersion!: number;
}

@InputType({ description: "Which meeting is over." })
export class ConcludeMeetingInput extends MutationInput {
  @Field(() => ID, { description: "The meeting." })
  meeting!: string;
}

@InputType({ description: "Whose minutes are approved, and by whom." })
export class ApproveMinutesInput extends MutationInput {
  @Field(() => ID, { description: "The meeting whose minutes are approved." })
  meeting!: string;

  @Field(() => ID, {
    description:
      "The meeting that approves them: a later one of the same group or network, which has begun.",
  })
  at!: string;
}
