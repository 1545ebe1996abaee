import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "That one organisation is another one." })
export class MergeOrganisationsInput extends MutationInput {
  @Field(() => ID, { description: "The organisation that goes." })
  from!: string;

  @Field(() => ID, { description: "The organisation that stays, with all that both have." })
  into!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Only says what it would move, and does nothing.",
  })
  dryRun!: boolean;
}

@InputType({ description: "That two organisations are not the same after all." })
export class UndoOrganisationMergeInput extends MutationInput {
  @Field(() => ID, { description: "The merge: its id." })
  merge!: string;
}
