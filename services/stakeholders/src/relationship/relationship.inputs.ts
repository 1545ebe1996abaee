import { ConnectionArgs } from "@convene/shared/connection/connection";
import { enumFacetFilter, type SingleFacetFilter } from "@convene/shared/facet/facet-filter.inputs";
import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { RelationshipStatus, RelationshipType } from "./relationship.enum.ts";

@InputType({ description: "What two organisations are to each other: source TYPE target." })
export class ProposeRelationshipInput extends MutationInput {
  @Field(() => RelationshipType, { description: "What they are to each other." })
  type!: RelationshipType;

  @Field(() => ID, { description: "The organisation of which the type says something." })
  source!: string;

  @Field(() => ID, { description: "The organisation to which it is that." })
  target!: string;

  @Field(() => DateScalar, { nullable: true, description: "From when on, where that is known." })
  startDate?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer was, where it has ended or will.",
  })
  endDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where this is known from: a text or an address, at most 1,000 characters.",
  })
  knownFrom?: string | null;
}

@InputType({ description: "That a proposed relationship is so." })
export class ConfirmRelationshipInput extends MutationInput {
  @Field(() => ID, { description: "Which relationship." })
  id!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "From when on, where the proposal does not say; else as proposed.",
  })
  startDate?: string | null;
}

@InputType({ description: "The end of a relationship." })
export class EndRelationshipInput extends MutationInput {
  @Field(() => ID, { description: "Which relationship." })
  id!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer is: today, unless told.",
  })
  endDate?: string | null;
}

const RelationshipTypeFacetFilter = enumFacetFilter(
  () => RelationshipType,
  "RelationshipTypeFacetFilter",
);
const RelationshipStatusFacetFilter = enumFacetFilter(
  () => RelationshipStatus,
  "RelationshipStatusFacetFilter",
);

@InputType({ description: "Which relationships: all that match every part given." })
export class RelationshipFilter {
  @Field(() => RelationshipTypeFacetFilter, { nullable: true, description: "By type." })
  types?: SingleFacetFilter<RelationshipType> | null;

  @Field(() => RelationshipStatusFacetFilter, { nullable: true, description: "By status." })
  statuses?: SingleFacetFilter<RelationshipStatus> | null;

  @Field(() => DateScalar, { nullable: true, description: "Only those that hold on this date." })
  onDate?: string | null;
}

@ArgsType()
export class RelationshipsArgs extends ConnectionArgs {
  @Field(() => RelationshipFilter, { nullable: true, description: "Which; all unless told." })
  filter?: RelationshipFilter | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Only those that held on this day as both sides say: confirmed, or ended since. What is proposed is none of any day. All unless told.",
  })
  asOf?: string | null;
}

@ArgsType()
export class PartnersArgs extends ConnectionArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "By the relationships of this day, in UTC; today unless told.",
  })
  asOf?: string | null;
}
