import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Which poll is closed before its deadline." })
export class ClosePollInput extends MutationInput {
  @Field(() => ID, { description: "The poll." })
  id!: string;
}

@InputType({ description: "Which of its times the group meets at." })
export class FinalisePollInput extends MutationInput {
  @Field(() => ID, { description: "The poll." })
  id!: string;

  @Field(() => ID, { description: "The time, `psl_…`: one that is not out." })
  slot!: string;
}
