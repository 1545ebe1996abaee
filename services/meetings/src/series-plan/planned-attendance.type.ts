import { Personal } from "@convene/shared/audit/personal";
import { LocalDateTimeScalar } from "@convene/shared/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { AbsenceReason, PlanRole } from "./series-plan.enum.ts";

const whose = ({ personId }: Pick<PlannedAttendance, "personId">): string | null => personId;

@ObjectType({ description: "What a proposed time is to somebody." })
export class PlannedAttendance {
  @Field(() => PlanRole, { description: "As what they are planned for." })
  role!: PlanRole;

  @Field(() => LocalDateTimeScalar, {
    description: "The date and time on the clock of their wall when it begins.",
  })
  @Personal(whose)
  localStart!: string;

  @Field(() => LocalDateTimeScalar, { description: "When it ends, there." })
  @Personal(whose)
  localEnd!: string;

  @Field(() => Boolean, {
    description:
      "Whether they come. An alternate, or one of several interpreters, may be able to and not be needed.",
  })
  @Personal(whose)
  comes!: boolean;

  @Field(() => Int, {
    description:
      "What it costs them: 0 in comfortable hours, else 10 to 13 by the hour of their clock, 30 where they are shut out.",
  })
  @Personal(whose)
  burden!: number;

  @Field(() => AbsenceReason, {
    nullable: true,
    description: "Why they cannot come. Null when they can.",
  })
  @Personal(whose)
  reason!: AbsenceReason | null;

  @Field(() => Boolean, {
    description:
      "Whether their clocks are put forward or back between the meeting before and this one: before the first of the plan, the group's last one.",
  })
  @Personal(whose)
  clocksChange!: boolean;

  personId!: string | null;

  organisationId!: string | null;
}
