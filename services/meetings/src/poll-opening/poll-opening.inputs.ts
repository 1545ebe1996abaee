import { Audience } from "@convene/shared/audience";
import { MutationInput } from "@convene/shared/mutation-input";
import { DateTimeScalar, LocalDateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";

/** By default and initially the same. */
const NONE: never[] = [];

@InputType({ description: "A new poll: which group, which times, and until when it is answered." })
export class CreatePollInput extends MutationInput {
  @Field(() => ID, {
    description: "The working group. Each organisation with a seat is invited; observers are not.",
  })
  group!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "A meeting of the group whose time is asked for, such as the next one of its series: it is moved to the time that is chosen, and keeps its title, audience, agenda and join link. Not given or null: a new one is made.",
  })
  meeting?: string | null;

  @Field(() => String, {
    description: "What the meeting is about, and called. At most 300 characters.",
  })
  title!: string;

  @Field(() => [LocalDateTimeScalar], {
    description:
      "The times: what the clock on a wall in `timeZone` shows, 1 to 50, by hand or the `localStart` of a plan's meetings. A time that the clock skips is refused; of one that it shows twice, the earlier is taken.",
  })
  localStarts!: string[];

  @Field(() => TimeZoneScalar, { description: "The zone of that wall clock." })
  timeZone!: string;

  @Field(() => Int, { description: "How long the meeting will last, in minutes, up to a week." })
  durationMinutes!: number;

  @Field(() => DateTimeScalar, {
    description: "Until when it is answered: after now, and before the first of the times.",
  })
  deadline!: Date;

  @Field(() => [ID], {
    defaultValue: NONE,
    description: "Organisations with a seat whom the meeting needs.",
  })
  requiredOrganisations: string[] = NONE;

  @Field(() => Int, {
    nullable: true,
    description: "How many of the invited must be able to come; not more than are invited.",
  })
  quorum?: number | null;

  @Field(() => [ID], {
    defaultValue: NONE,
    description: "People who are asked beside the seats, such as interpreters; at most 100.",
  })
  people: string[] = NONE;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether all who sit there see the answers and what comes of them. Unless it is said, only those who convene.",
  })
  showsAnswers: boolean = false;

  @Field(() => Audience, {
    defaultValue: Audience.NETWORK,
    description: "Who may see the meeting that comes of it, among those who may see the group.",
  })
  audience: Audience = Audience.NETWORK;

  @Field(() => String, {
    nullable: true,
    description: "Where to join that meeting online (http or https).",
  })
  joinUrl?: string | null;
}
