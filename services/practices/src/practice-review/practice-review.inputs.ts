import { MutationInput } from "@convene/shared/mutation-input";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "A draft, or a practice that was withdrawn, to hand in." })
export class SubmitPracticeInput extends MutationInput {
  @Field(() => ID, { description: "The practice." })
  id!: string;
}

@InputType({ description: "A submitted practice to take up." })
export class StartPracticeReviewInput extends MutationInput {
  @Field(() => ID, { description: "The practice." })
  id!: string;
}

@InputType({ description: "A reviewed practice to open to everybody." })
export class PublishPracticeInput extends MutationInput {
  @Field(() => ID, { description: "The practice." })
  id!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When it was published elsewhere before; for administrators only, and never in the future. Now unless told.",
  })
  publishedAt?: Date | null;
}

@InputType({ description: "A practice to take back." })
export class WithdrawPracticeInput extends MutationInput {
  @Field(() => ID, { description: "The practice." })
  id!: string;
}
