import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";
import { MilestoneStatus } from "./milestone.enum.ts";

const TITLE = "What is to be reached, at most 300 characters.";

@InputType({ description: "A new milestone of a group." })
export class AddMilestoneInput extends MutationInput {
  @Field(() => ID, { description: "Whose it is." })
  group!: string;

  @Field(() => String, { description: TITLE })
  title!: string;

  @Field(() => DateScalar, { description: "By which day." })
  dueDate!: string;
}

@InputType({ description: "Changes to a milestone; what is left out stays as it is." })
export class UpdateMilestoneInput extends MutationInput {
  @Field(() => ID, { description: "Which milestone." })
  id!: string;

  @Field(() => String, { nullable: true, description: TITLE })
  title?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "By which day." })
  dueDate?: string | null;

  @Field(() => MilestoneStatus, { nullable: true, description: "What has become of it." })
  status?: MilestoneStatus | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why, at most 2,000 characters: asked of who puts it off to a later day, or drops it.",
  })
  reason?: string | null;
}
