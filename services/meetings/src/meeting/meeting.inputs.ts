import { Audience } from "@convene/shared/audience";
import { ConnectionArgs } from "@convene/shared/connection/connection";
import {
  enumFacetFilter,
  type SingleFacetFilter,
  SingleIdFacetFilter,
} from "@convene/shared/facet/facet-filter.inputs";
import { MutationInput } from "@convene/shared/mutation-input";
import { DateTimeScalar, LocalDateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { MeetingStatus } from "./meeting-status.enum.ts";

@InputType({ description: "A single meeting, of no series: who meets, when, and how long." })
export class CreateMeetingInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: "The working group that meets; or `network`." })
  group?: string | null;

  @Field(() => ID, { nullable: true, description: "The network that meets; or `group`." })
  network?: string | null;

  @Field(() => String, { description: "What it is called. At most 300 characters." })
  title!: string;

  @Field(() => LocalDateTimeScalar, {
    description:
      "What the clock on a wall in `timeZone` shows when it begins. A time that the clock skips is refused; of one that it shows twice, the earlier is taken.",
  })
  localStart!: string;

  @Field(() => TimeZoneScalar, { description: "The zone of that wall clock." })
  timeZone!: string;

  @Field(() => Int, {
    nullable: true,
    description: "How long it lasts, in minutes, up to a week; or `localEnd`.",
  })
  durationMinutes?: number | null;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description: "When it ends, on the same wall clock; or `durationMinutes`.",
  })
  localEnd?: string | null;

  @Field(() => Audience, {
    defaultValue: Audience.NETWORK,
    description: "Who may see it, among those who may see the group or network.",
  })
  audience: Audience = Audience.NETWORK;

  @Field(() => String, {
    nullable: true,
    description: "Where to join online (http or https). Shown only to those who sit there.",
  })
  joinUrl?: string | null;
}

@InputType({ description: "What changes of one meeting; what is not given stays." })
export class UpdateMeetingInput extends MutationInput {
  @Field(() => ID, { description: "The meeting." })
  id!: string;

  @Field(() => String, { nullable: true, description: "What it is called." })
  title?: string | null;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description:
      "Moves it: what the clock in its own time zone shows when it begins. It lasts as long as before, unless that is given too.",
  })
  localStart?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How long it lasts, in minutes, up to a week; or `localEnd`.",
  })
  durationMinutes?: number | null;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description: "When it ends, on the same wall clock; or `durationMinutes`.",
  })
  localEnd?: string | null;

  @Field(() => Audience, {
    nullable: true,
    description: "Who may see it, among those who may see the group or network.",
  })
  audience?: Audience | null;

  @Field(() => String, {
    nullable: true,
    description: "Where to join online (http or https). Null takes it away.",
  })
  joinUrl?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version that was seen. When the meeting has another by now: CONFLICT, with `stored` and `submitted` in its extensions.",
  })
  expectedVersion?: number | null;
}

@InputType({ description: "Which meeting is called off." })
export class CancelMeetingInput extends MutationInput {
  @Field(() => ID, { description: "The meeting." })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version that was seen. When the meeting has another by now: CONFLICT, with `stored` and `submitted` in its extensions.",
  })
  expectedVersion?: number | null;
}

const MeetingStatusFacetFilter = enumFacetFilter(() => MeetingStatus, "MeetingStatusFacetFilter");

@InputType({ description: "Which meetings. Parts that are given must all hold." })
export class MeetingFilter {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Those that begin at this instant or later.",
  })
  startsFrom?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Those that begin before this instant.",
  })
  startsBefore?: Date | null;

  @Field(() => SingleIdFacetFilter, { nullable: true, description: "By the group that meets." })
  groups?: SingleIdFacetFilter | null;

  @Field(() => SingleIdFacetFilter, {
    nullable: true,
    description: "By the network that meets, or in which the group stands.",
  })
  networks?: SingleIdFacetFilter | null;

  @Field(() => SingleIdFacetFilter, { nullable: true, description: "By their series." })
  series?: SingleIdFacetFilter | null;

  @Field(() => MeetingStatusFacetFilter, { nullable: true, description: "By their status." })
  statuses?: SingleFacetFilter<MeetingStatus> | null;
}

/** The arguments of a list of one parent's meetings. */
@ArgsType()
export class MeetingListArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: those that take place and have not ended, soonest first. False: those that took place, latest first. Not given: all, the cancelled too, in the order of time.",
  })
  upcoming?: boolean | null;
}
