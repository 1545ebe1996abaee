import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";

const TITLE = "What it is called, at most 300 characters.";

@InputType({ description: "A new workplan of a group." })
export class AddWorkplanInput extends MutationInput {
  @Field(() => ID, { description: "Whose it is." })
  group!: string;

  @Field(() => String, { description: TITLE })
  title!: string;

  @Field(() => DateScalar, { description: "Its first day." })
  startDate!: string;

  @Field(() => DateScalar, { description: "Its last day." })
  endDate!: string;
}

@InputType({ description: "Changes to a workplan; what is left out stays as it is." })
export class UpdateWorkplanInput extends MutationInput {
  @Field(() => ID, { description: "Which workplan." })
  id!: string;

  @Field(() => String, { nullable: true, description: TITLE })
  title?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Its first day." })
  startDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Its last day." })
  endDate?: string | null;
}
