import { ConnectionArgs } from "@convene/shared/connection/connection";
import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { RoleAccess } from "./role.enum.ts";

@InputType({ description: "A role for somebody in an organisation." })
export class AddRoleInput extends MutationInput {
  @Field(() => ID, { description: "In which organisation." })
  organisation!: string;

  @Field(() => ID, { description: "Whose." })
  person!: string;

  @Field(() => String, { nullable: true, description: "What it is called there." })
  title?: string | null;

  @Field(() => RoleAccess, {
    nullable: true,
    description: "What it lets them do here; nothing unless told.",
  })
  access?: RoleAccess | null;

  @Field(() => DateScalar, { nullable: true, description: "From when on; from today unless told." })
  startDate?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it is no longer held, where that is known.",
  })
  endDate?: string | null;
}

@InputType({ description: "The end of a role." })
export class EndRoleInput extends MutationInput {
  @Field(() => ID, { description: "Which role." })
  id!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it is no longer held: today, unless told.",
  })
  endDate?: string | null;
}

@ArgsType()
export class RolesArgs extends ConnectionArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Only those held on this date; of all times unless told.",
  })
  onDate?: string | null;
}
