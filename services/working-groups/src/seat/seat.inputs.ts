import { ConnectionArgs } from "@convene/shared/connection/connection";
import { enumFacetFilter, type SingleFacetFilter } from "@convene/shared/facet/facet-filter.inputs";
import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { SeatRole } from "./seat.enum.ts";

const DELEGATE = "The person who fills the seat.";
const ALTERNATE = "The person who fills it when the delegate cannot.";
const BEHALF = "For whom the organisation sits, where not for itself; at most 300 characters.";
const END = "The first day on which it is held no more.";

const SeatRoleFacetFilter = enumFacetFilter(() => SeatRole, "SeatRoleFacetFilter");

@InputType({ description: "Which seats: all that match every part given." })
export class SeatFilter {
  @Field(() => SeatRoleFacetFilter, { nullable: true, description: "By role." })
  roles?: SingleFacetFilter<SeatRole> | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Held on this day; today (UTC) unless told.",
  })
  onDate?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for all there ever were and are to come; then `onDate` is not asked.",
  })
  atAnyTime?: boolean | null;
}

@ArgsType()
export class SeatsArgs extends ConnectionArgs {
  @Field(() => SeatFilter, {
    nullable: true,
    description: "Which; those held today (UTC) unless told.",
  })
  filter?: SeatFilter | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Held on this day, whatever the filter says of days: by the name of graph queries.",
  })
  asOf?: string | null;
}

@ArgsType()
export class SeatedArgs extends ConnectionArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "By the seats of this day, in UTC; today unless told.",
  })
  asOf?: string | null;
}

@InputType({ description: "A new seat of an organisation in a working group." })
export class AddSeatInput extends MutationInput {
  @Field(() => ID, { description: "Which group." })
  group!: string;

  @Field(() => ID, { description: "The organisation that holds it." })
  organisation!: string;

  @Field(() => SeatRole, { defaultValue: SeatRole.MEMBER, description: "What the seat is." })
  role: SeatRole = SeatRole.MEMBER;

  @Field(() => ID, { nullable: true, description: DELEGATE })
  delegate?: string | null;

  @Field(() => ID, { nullable: true, description: ALTERNATE })
  alternate?: string | null;

  @Field(() => String, { nullable: true, description: BEHALF })
  onBehalfOf?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it is held; today (UTC) unless told.",
  })
  startDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: END })
  endDate?: string | null;
}

@InputType({
  description:
    "Changes to a seat; what is left out stays as it is. Delegate and alternate need the seat's `viewerCanEdit`, the rest its `viewerCanGrant`.",
})
export class UpdateSeatInput extends MutationInput {
  @Field(() => ID, { description: "Which seat." })
  id!: string;

  @Field(() => ID, { nullable: true, description: `${DELEGATE} Null leaves it vacant.` })
  delegate?: string | null;

  @Field(() => ID, { nullable: true, description: `${ALTERNATE} Null leaves it vacant.` })
  alternate?: string | null;

  @Field(() => SeatRole, { nullable: true, description: "What the seat is." })
  role?: SeatRole | null;

  @Field(() => String, { nullable: true, description: `${BEHALF} Null: for itself.` })
  onBehalfOf?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day on which it is held." })
  startDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: `${END} Null: no end is set.` })
  endDate?: string | null;
}

@InputType({ description: "The end of a seat." })
export class EndSeatInput extends MutationInput {
  @Field(() => ID, { description: "Which seat." })
  id!: string;

  @Field(() => DateScalar, { nullable: true, description: `${END} Today (UTC) unless told.` })
  endDate?: string | null;
}
