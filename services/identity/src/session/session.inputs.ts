import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "One of one's own sessions, which is to end at once." })
export class EndSessionInput extends MutationInput {
  @Field(() => ID, { description: "Which session." })
  id!: string;
}
