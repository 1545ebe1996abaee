import {
  DateScalar,
  DateTimeScalar,
  LocalDateTimeScalar,
  TimeZoneScalar,
} from "@convene/shared/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { InterpretationCount } from "../interpretation/interpretation.type.ts";
import { FreeDate } from "../free-date/free-date.entity.ts";
import type { PlanParticipant } from "./plan-participant.type.ts";
import { PlanConstraintKind } from "./series-plan.enum.ts";
import type { PlannedAttendance } from "./planned-attendance.type.ts";

@ObjectType({ description: "Something that must hold of every meeting." })
export class PlanConstraintInWords {
  @Field(() => PlanConstraintKind, { description: "Of what kind." })
  kind!: PlanConstraintKind;

  @Field(() => String, { description: "In words: `At least 12 organisations can come`." })
  words!: string;
}

@ObjectType({
  description:
    "A meeting for which no time is left, and the fewest constraints that together leave none.",
})
export class PlanConflict {
  @Field(() => DateScalar, { description: "The first of the days that it could be on." })
  from!: string;

  @Field(() => DateScalar, { description: "The last." })
  until!: string;

  @Field(() => [PlanConstraintInWords], {
    description: "Drop any of these, and there may be a time; no smaller set leaves none.",
  })
  constraints!: PlanConstraintInWords[];

  @Field(() => String, { description: "The same in one sentence." })
  words!: string;
}

@ObjectType({ description: "A time that is proposed for a meeting." })
export class PlannedMeeting {
  @Field(() => DateTimeScalar, { description: "When it would begin." })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it would end." })
  endsAt!: Date;

  @Field(() => LocalDateTimeScalar, {
    description: "What the clock on a wall in the plan's zone shows when it begins.",
  })
  localStart!: string;

  @Field(() => Int, {
    description: "For how many organisations that the viewer sees somebody can come.",
  })
  organisationCount!: number;

  @Field(() => Int, {
    description: "What it costs whom of the plan's `participants` it costs most, 0 to 30.",
  })
  worstBurden!: number;

  @Field(() => Int, { description: "What it costs these all together." })
  totalBurden!: number;

  @Field(() => FreeDate, {
    nullable: true,
    description:
      "The date on which it would be, where the network keeps that free and the plan does not.",
  })
  freeDate!: FreeDate | null;

  attendance!: readonly PlannedAttendance[];
}

@ObjectType({
  description:
    "Times for a group's meetings. They burden the worst-off as little as can be, counted over all of them and the twelve months before; and of all such plans they burden all together the least.",
})
export class SeriesPlan {
  @Field(() => TimeZoneScalar, { description: "The zone of the plan." })
  timeZone!: string;

  @Field(() => DateTimeScalar, { description: "When it was computed." })
  computedAt!: Date;

  @Field(() => Boolean, {
    description: "Whether it is proven that none is better. False when time ran out before.",
  })
  isBest!: boolean;

  @Field(() => [PlanConflict], {
    description:
      "Meetings for which no time is left, at most ten, those with the fewest constraints in conflict first. Empty where there is a plan.",
  })
  conflicts!: PlanConflict[];

  @Field(() => [InterpretationCount], {
    description:
      "What those who fill the seats have entered that they need interpreted at every meeting, those apart whom the viewer does not see. Of other languages than `constraints.interpreters` names, nobody is planned for.",
  })
  interpretationNeeds!: readonly InterpretationCount[];

  @Field(() => [FreeDate], {
    description:
      "What the network keeps free, at most 201: no time is proposed on these unless asked to. Empty where the network is hidden from the viewer.",
  })
  freeDates!: readonly FreeDate[];

  meetings!: readonly PlannedMeeting[];

  participants!: readonly PlanParticipant[];
}
