import { Audience } from "@convene/shared/audience";
import { ConnectionArgs } from "@convene/shared/connection/connection";
import {
  CountryFacetFilter,
  enumFacetFilter,
  type SingleFacetFilter,
} from "@convene/shared/facet/facet-filter.inputs";
import { JoinQuestionInput } from "@convene/shared/join-request/join-question.inputs";
import { MutationInput } from "@convene/shared/mutation-input";
import { CountryCodeScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { NetworkKind } from "./network.enum.ts";

@InputType()
abstract class NetworkFields extends MutationInput {
  @Field(() => [CountryCodeScalar], {
    nullable: true,
    description: "Its countries; just one for a country network.",
  })
  countries?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "What it is for, in plain text of at most 5,000 characters.",
  })
  description?: string | null;

  @Field(() => [JoinQuestionInput], {
    nullable: true,
    description:
      "What it asks of an organisation that wants to join it, at most 20. They replace those of before.",
  })
  joinQuestions?: JoinQuestionInput[] | null;

  @Field(() => Audience, { nullable: true, description: "Who may see it; at first, everybody." })
  audience?: Audience | null;
}

@InputType({ description: "A new network." })
export class CreateNetworkInput extends NetworkFields {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => NetworkKind, { description: "How much of the world it is for." })
  kind!: NetworkKind;
}

@InputType({
  description: "A change: what is left out stays, null takes away, a list replaces the one before.",
})
export class UpdateNetworkInput extends NetworkFields {
  @Field(() => ID, { description: "Which network." })
  id!: string;

  @Field(() => String, { nullable: true, description: "Its name." })
  name?: string | null;
}

const NetworkKindFacetFilter = enumFacetFilter(() => NetworkKind, "NetworkKindFacetFilter");

@InputType({ description: "Which networks: all that match every part given." })
export class NetworkFilter {
  @Field(() => NetworkKindFacetFilter, { nullable: true, description: "By kind." })
  kinds?: SingleFacetFilter<NetworkKind> | null;

  @Field(() => CountryFacetFilter, { nullable: true, description: "By their countries." })
  countries?: CountryFacetFilter | null;
}

@ArgsType()
export class NetworksArgs extends ConnectionArgs {
  @Field(() => NetworkFilter, { nullable: true, description: "Which; all unless told." })
  filter?: NetworkFilter | null;
}
