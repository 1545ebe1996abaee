import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";
import { ActivityStatus } from "./activity.enum.ts";

const TITLE = "What is done, at most 300 characters.";
const MORE = "More about it, at most 10,000 characters.";
const FIRST = "The first day; within the workplan's.";
const DUE = "The day by which it is to be done; within the workplan's.";
const WHO = "The organisation that carries it out.";

@InputType({ description: "A new activity of a workplan." })
export class AddActivityInput extends MutationInput {
  @Field(() => ID, { description: "Of which workplan." })
  workplan!: string;

  @Field(() => String, { description: TITLE })
  title!: string;

  @Field(() => String, { nullable: true, description: MORE })
  description?: string | null;

  @Field(() => DateScalar, { description: FIRST })
  startDate!: string;

  @Field(() => DateScalar, { description: DUE })
  dueDate!: string;

  @Field(() => ActivityStatus, {
    defaultValue: ActivityStatus.YET_TO_START,
    description: "How far it is.",
  })
  status: ActivityStatus = ActivityStatus.YET_TO_START;

  @Field(() => ID, { nullable: true, description: WHO })
  organisation?: string | null;
}

@InputType({ description: "Changes to an activity; what is left out stays as it is." })
export class UpdateActivityInput extends MutationInput {
  @Field(() => ID, { description: "Which activity." })
  id!: string;

  @Field(() => String, { nullable: true, description: TITLE })
  title?: string | null;

  @Field(() => String, { nullable: true, description: `${MORE} Null takes it away.` })
  description?: string | null;

  @Field(() => DateScalar, { nullable: true, description: FIRST })
  startDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: DUE })
  dueDate?: string | null;

  @Field(() => ActivityStatus, { nullable: true, description: "How far it is." })
  status?: ActivityStatus | null;

  @Field(() => ID, { nullable: true, description: `${WHO} Null: nobody in particular.` })
  organisation?: string | null;
}

@InputType({ description: "An activity that is to go." })
export class RemoveActivityInput extends MutationInput {
  @Field(() => ID, { description: "Which activity." })
  id!: string;
}
