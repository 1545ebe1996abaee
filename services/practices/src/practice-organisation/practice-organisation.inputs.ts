import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { PracticeOrganisationRole } from "../practice/practice-organisation-role.enum.ts";

@InputType({ description: "An organisation that joins a practice, behind those of its role." })
export class AddPracticeOrganisationInput extends MutationInput {
  @Field(() => ID, { description: "The practice." })
  practice!: string;

  @Field(() => ID, { description: "The organisation; it has no role in the practice yet." })
  organisation!: string;

  @Field(() => PracticeOrganisationRole, { description: "What it is to the practice." })
  role!: PracticeOrganisationRole;
}

@InputType({ description: "An organisation that leaves a practice." })
export class RemovePracticeOrganisationInput extends MutationInput {
  @Field(() => ID, { description: "The practice." })
  practice!: string;

  @Field(() => ID, { description: "The organisation, whatever its role is." })
  organisation!: string;
}
