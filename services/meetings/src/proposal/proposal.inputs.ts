import { Audience } from "@convene/shared/audience";
import { MutationInput } from "@convene/shared/mutation-input";
import { LocalDateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { PlanRhythm } from "../series-plan/series-plan.enum.ts";

@InputType({
  description:
    "A proposal of `planSeries` that was chosen: all its times, or those that are liked.",
})
export class ScheduleProposalInput extends MutationInput {
  @Field(() => ID, { description: "The working group that meets." })
  group!: string;

  @Field(() => String, { description: "What the meetings are called. At most 300 characters." })
  title!: string;

  @Field(() => PlanRhythm, { description: "The rhythm that was planned." })
  every!: PlanRhythm;

  @Field(() => [LocalDateTimeScalar], {
    description:
      "The `localStart` of each meeting: 1 to 400, each later than the one before. A time that the clock skips is refused; of one that it shows twice, the earlier is taken.",
  })
  localStarts!: string[];

  @Field(() => TimeZoneScalar, { description: "The zone of the plan." })
  timeZone!: string;

  @Field(() => Int, { description: "How long a meeting lasts, in minutes, up to a week." })
  durationMinutes!: number;

  @Field(() => Audience, {
    defaultValue: Audience.NETWORK,
    description: "Who may see the meetings, among those who may see the group.",
  })
  audience: Audience = Audience.NETWORK;

  @Field(() => String, {
    nullable: true,
    description: "Where to join online (http or https). Shown only to those who sit there.",
  })
  joinUrl?: string | null;
}
