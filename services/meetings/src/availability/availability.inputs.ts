import { MutationInput } from "@convene/shared/mutation-input";
import { CountryCodeScalar, LanguageTagScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Field, InputType } from "type-graphql";
import { Weekday } from "./availability.enum.ts";

/** By default and initially the same. */
const NONE: never[] = [];

@InputType({ description: "Hours of one or more days of the week, on one's own wall clock." })
export class HoursOfWeekInput {
  @Field(() => [Weekday], {
    nullable: true,
    description: "On which days. Not given: on every day that is not of the weekend.",
  })
  days?: Weekday[] | null;

  @Field(() => String, { description: "From when: a quarter of an hour, such as `09:00`." })
  from!: string;

  @Field(() => String, { description: "Until when, after it, up to `24:00`." })
  until!: string;
}

@InputType({ description: "When one can meet. It takes the place of what was entered before." })
export class UpdateMyAvailabilityInput extends MutationInput {
  @Field(() => TimeZoneScalar, { description: "Where one's wall clock hangs." })
  timeZone!: string;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "Where one works: by it the weekend is known (Friday and Saturday in Jordan).",
  })
  country?: string | null;

  @Field(() => [Weekday], {
    nullable: true,
    description: "One's weekend, where it is not the country's. Without both: Saturday and Sunday.",
  })
  weekend?: Weekday[] | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "On whose public holidays one does not meet. Not given or null: on none.",
  })
  holidaysOf?: string | null;

  @Field(() => [HoursOfWeekInput], {
    description: "When a meeting costs nothing; at most 50. They are possible too.",
  })
  comfortable!: HoursOfWeekInput[];

  @Field(() => [HoursOfWeekInput], {
    defaultValue: NONE,
    description: "When one can meet if it must be; at most 50.",
  })
  possible: HoursOfWeekInput[] = NONE;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether those who plan learn why one cannot make a time.",
  })
  sharesReasons: boolean = false;

  @Field(() => [LanguageTagScalar], {
    defaultValue: NONE,
    description: "For which languages one interprets, if asked to; at most 20.",
  })
  interprets: string[] = NONE;
}

@InputType({ description: "A calendar, of which only the busy times are kept." })
export class ImportMyBusyTimesInput extends MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      "A calendar (iCalendar, RFC 5545), up to 700,000 characters. What is cancelled or transparent does not count; of the rest only from when until when is kept, for 400 days. Null, and no `url`, takes away what is kept.",
  })
  ics?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Or the address of one (https), which is read now and once a day, up to a megabyte; it is kept, and told to nobody.",
  })
  url?: string | null;
}
