import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "An address to which mail may be sent again." })
export class LiftBounceInput extends MutationInput {
  @Field(() => ID, { description: "Which bounce: its id." })
  id!: string;
}
