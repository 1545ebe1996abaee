import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "The answer to one question of a call." })
export class CallReplyInput {
  @Field(() => String, { description: "The question, in the call's words." })
  question!: string;

  @Field(() => String, { description: "The answer, at most 4,000 characters." })
  answer!: string;
}

@InputType({
  description:
    "What an organisation answers to a call. It takes the place of what it answered before.",
})
export class AnswerInputCallInput extends MutationInput {
  @Field(() => ID, { description: "Which call." })
  call!: string;

  @Field(() => ID, { description: "Whose answer it is." })
  organisation!: string;

  @Field(() => [CallReplyInput], { description: "The answers, each question once." })
  answers!: CallReplyInput[];
}
