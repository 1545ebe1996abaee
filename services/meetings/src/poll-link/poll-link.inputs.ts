import { MutationInput } from "@convene/shared/mutation-input";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "For whom a link is made." })
export class CreatePollLinkInput extends MutationInput {
  @Field(() => ID, { description: "The one of the poll's `invitations` for whom it answers." })
  invitation!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "Until when it opens the page: after now, and at most 30 days after the poll's deadline; 7 unless given.",
  })
  expiresAt?: Date | null;
}

@InputType({ description: "Which link opens nothing any more." })
export class RevokePollLinkInput extends MutationInput {
  @Field(() => ID, { description: "The link." })
  id!: string;
}
