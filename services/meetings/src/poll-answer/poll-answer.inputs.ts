import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { PollChoice } from "./poll-choice.enum.ts";

@InputType({ description: "What is said of one time." })
export class PollAnswerInput {
  @Field(() => ID, { description: "The time, `psl_…`." })
  slot!: string;

  @Field(() => PollChoice, { description: "Whether one can make it." })
  choice!: PollChoice;
}

@InputType({ description: "An answer to a poll. Times that are not named keep what was said." })
export class AnswerPollInput extends MutationInput {
  @Field(() => ID, { description: "The poll." })
  poll!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The organisation for whose seat it is; not given: for oneself.",
  })
  organisation?: string | null;

  @Field(() => [PollAnswerInput], { description: "One for each time, at least one." })
  answers!: PollAnswerInput[];
}
