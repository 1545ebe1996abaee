import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { PlatformRole } from "../account/account.enum.ts";

@InputType({ description: "What somebody may do on the whole platform from now on." })
export class SetPlatformRolesInput extends MutationInput {
  @Field(() => ID, { description: "The person, who has an account." })
  person!: string;

  @Field(() => [PlatformRole], { description: "All of their roles; none takes them all away." })
  roles!: PlatformRole[];
}
