import { Field, InputType } from "type-graphql";

@InputType({ description: "What is asked of an organisation that wants to join." })
export class JoinQuestionInput {
  @Field(() => String, { description: "The question, at most 300 characters. Each once." })
  question!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether there is no request without an answer to it.",
  })
  isRequired: boolean = true;
}

@InputType({ description: "The answer to a question of what it wants to join." })
export class JoinAnswerInput {
  @Field(() => String, { description: "The question, in the words in which it is asked." })
  question!: string;

  @Field(() => String, { description: "The answer, at most 4,000 characters." })
  answer!: string;
}
