import { ConnectionArgs } from "@convene/shared/connection/connection";
import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { NetworkMemberRole } from "./network-member.enum.ts";

@InputType({ description: "A member for a network: an organisation or a person, one of the two." })
export class AddNetworkMemberInput extends MutationInput {
  @Field(() => ID, { description: "To which network." })
  network!: string;

  @Field(() => ID, { nullable: true, description: "The organisation that joins." })
  organisation?: string | null;

  @Field(() => ID, { nullable: true, description: "Or the person who joins on their own." })
  person?: string | null;

  @Field(() => NetworkMemberRole, {
    nullable: true,
    description: "What it is there; a `MEMBER` unless told.",
  })
  role?: NetworkMemberRole | null;

  @Field(() => DateScalar, { nullable: true, description: "From when on; from today unless told." })
  startDate?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer belongs, where that is known.",
  })
  endDate?: string | null;
}

@InputType({ description: "The end of a membership." })
export class EndNetworkMemberInput extends MutationInput {
  @Field(() => ID, { description: "Which membership." })
  id!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer belongs: today, unless told.",
  })
  endDate?: string | null;
}

@ArgsType()
export class NetworkMembersArgs extends ConnectionArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Only those that belong on this date; of all times unless told.",
  })
  onDate?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The same as `onDate`, by the name that graph queries have for it; this one counts.",
  })
  asOf?: string | null;
}
