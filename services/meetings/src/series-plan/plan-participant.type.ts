import { Personal } from "@convene/shared/audit/personal";
import { LocalDateTimeScalar } from "@convene/shared/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { PlanRole } from "./series-plan.enum.ts";

const whose = ({ personId }: Pick<PlanParticipant, "personId">): string | null => personId;

@ObjectType({
  description:
    "Somebody who is planned for, with the ledger of what meetings cost them: in the twelve months before, and by the plan.",
})
export class PlanParticipant {
  @Field(() => PlanRole, { description: "As what." })
  role!: PlanRole;

  @Field(() => Boolean, {
    description:
      "Whether their hours are assumed, since they have entered none: 9 to 17 comfortably, 7 to 22 if it must be.",
  })
  isAssumed!: boolean;

  @Field(() => Int, {
    description: "What the group's meetings have cost them in the twelve months before.",
  })
  @Personal(whose)
  borneBefore!: number;

  @Field(() => Int, { description: "How many of these were outside of their comfortable hours." })
  @Personal(whose)
  outOfHoursBefore!: number;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description:
      "What their clock showed at the beginning of the last of these: who sat there at 23:00.",
  })
  @Personal(whose)
  lastOutOfHours!: string | null;

  @Field(() => Int, { nullable: true, description: "What that one cost them." })
  @Personal(whose)
  lastBurden!: number | null;

  @Field(() => Int, { description: "What the planned meetings cost them." })
  @Personal(whose)
  burden!: number;

  @Field(() => Int, {
    description:
      "How many planned meetings are outside of their comfortable hours, or shut them out.",
  })
  @Personal(whose)
  outOfHours!: number;

  personId!: string | null;

  organisationId!: string | null;

  lastMeetingId!: string | null;
}
