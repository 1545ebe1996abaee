import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType({ description: "What is asked of an organisation that wants to join." })
@Directive("@shareable")
export class JoinQuestion {
  @Field(() => String, { description: "The question; an answer names it by these very words." })
  question!: string;

  @Field(() => Boolean, { description: "Whether there is no request without an answer to it." })
  isRequired!: boolean;
}

@ObjectType({ description: "What an organisation has answered." })
@Directive("@shareable")
export class JoinAnswer {
  @Field(() => String, { description: "The question, as it was asked then." })
  question!: string;

  @Field(() => String, { description: "The answer." })
  answer!: string;
}

/** As they are kept: columns of what may be joined, and of a request. */
export type KeptQuestion = Pick<JoinQuestion, keyof JoinQuestion>;
export type KeptAnswer = Pick<JoinAnswer, keyof JoinAnswer>;
