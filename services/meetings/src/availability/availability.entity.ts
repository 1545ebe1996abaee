import {
  CountryCodeScalar,
  DateTimeScalar,
  LanguageTagScalar,
  TimeZoneScalar,
} from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn, Unique } from "typeorm";
import { Weekday } from "./availability.enum.ts";

@ObjectType({ description: "Hours of one or more days of the week, on somebody's own wall clock." })
export class HoursOfWeek {
  @Field(() => [Weekday], {
    nullable: true,
    description: "On which days. Null: on every day that is not of their weekend.",
  })
  days!: Weekday[] | null;

  @Field(() => String, { description: "From when, such as `09:00`." })
  from!: string;

  @Field(() => String, { description: "Until when, such as `17:30`, or `24:00`." })
  until!: string;
}

/** When somebody can meet: entered once, for every plan. Nobody else reads it. */
@Entity()
@Unique(["personId"])
@ObjectType({
  description:
    "When somebody can meet, entered once and used by every plan. Only they read it: those who plan are told what a time would be to them, and not why unless they share the reasons.",
})
export class Availability {
  /** Of the person's own: so there is one, also where two are entered at once. */
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `avl_…`." })
  id!: string;

  @Column("text")
  personId!: string;

  @Column("text")
  @Field(() => TimeZoneScalar, { description: "Where their wall clock hangs." })
  timeZone!: string;

  @Column("text", { nullable: true })
  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "Where they work: by it their weekend is known.",
  })
  country!: string | null;

  @Column("integer", { array: true })
  @Field(() => [Weekday], { description: "The days of their weekend." })
  weekend!: Weekday[];

  @Column("text", { nullable: true })
  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "On whose public holidays they do not meet. Null: on none.",
  })
  holidaysOf!: string | null;

  @Column("jsonb")
  @Field(() => [HoursOfWeek], { description: "When a meeting costs them nothing." })
  comfortable!: HoursOfWeek[];

  @Column("jsonb")
  @Field(() => [HoursOfWeek], {
    description: "When they can meet if it must be; the hour of the clock says what it costs.",
  })
  possible!: HoursOfWeek[];

  @Column("boolean")
  @Field(() => Boolean, {
    description:
      "Whether those who plan learn why they cannot make it: their hours, weekend, a holiday, their calendar, another meeting.",
  })
  sharesReasons!: boolean;

  @Column("text", { array: true })
  @Field(() => [LanguageTagScalar], {
    description: "For which languages they interpret: for these they may be asked for in a plan.",
  })
  interprets!: string[];

  /** From and until in seconds of the epoch, in order; no titles. */
  @Column("jsonb")
  busy!: [from: number, until: number][];

  /** Whoever knows it reads the calendar: it is never told. */
  @Column("text", { nullable: true })
  calendarUrl!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When their calendar was last read. Null: never, or it was taken away.",
  })
  busyReadAt!: Date | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When this was last entered." })
  updatedAt!: Date;

  @Field(() => Boolean, {
    description: "Whether their calendar is read each day at an address that they gave.",
  })
  get readsCalendarDaily(): boolean {
    return this.calendarUrl !== null;
  }

  @Field(() => Int, { description: "How many busy times of their calendar are kept." })
  get busyCount(): number {
    return this.busy.length;
  }
}
