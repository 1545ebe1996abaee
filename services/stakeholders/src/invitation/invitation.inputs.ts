import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Organisations that a network asks to join, and whom to mail for each." })
export class InviteOrganisationsInput extends MutationInput {
  @Field(() => ID, { description: "To which network." })
  network!: string;

  @Field(() => String, {
    description:
      "A table as CSV, of at most 1,000 rows, with the columns `name` and `email`, and, where wished, `country` and `language`.",
  })
  csv!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether those who were invited before, and have not accepted, are mailed again and have as long again; once in an hour at most.",
  })
  resend?: boolean | null;
}

@InputType({ description: "An invitation that is taken back: its link is dead from then on." })
export class RevokeInvitationInput extends MutationInput {
  @Field(() => ID, { description: "Which invitation." })
  id!: string;
}
