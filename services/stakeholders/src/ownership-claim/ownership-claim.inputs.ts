import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { OwnershipDecision } from "./ownership-claim.enum.ts";

@InputType({ description: "That the viewer answers for an organisation of which nobody does." })
export class ClaimOrganisationInput extends MutationInput {
  @Field(() => ID, { description: "Which organisation." })
  organisation!: string;

  @Field(() => String, {
    description: "By what those who decide may know that it is so, at most 2,000 characters.",
  })
  evidence!: string;

  @Field(() => String, {
    nullable: true,
    description: "An http or https address that shows it.",
  })
  evidenceUrl?: string | null;
}

@InputType({ description: "What is said to a claim." })
export class DecideOwnershipClaimInput extends MutationInput {
  @Field(() => ID, { description: "Which claim." })
  claim!: string;

  @Field(() => OwnershipDecision, { description: "Whether the claimant becomes the owner." })
  decision!: OwnershipDecision;

  @Field(() => String, {
    nullable: true,
    description: "To the claimant, at most 2,000 characters. Asked of who declines.",
  })
  reply?: string | null;
}
