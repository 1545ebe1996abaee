import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Whose meetings a calendar is to read." })
export class CreateCalendarFeedInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "An organisation, a working group or a network, by its id. Not given: all meetings at which one sits.",
  })
  about?: string | null;
}

@InputType({ description: "Which feed ends." })
export class RevokeCalendarFeedInput extends MutationInput {
  @Field(() => ID, { description: "The feed." })
  id!: string;
}
