import {
  CountryCodeScalar,
  DateScalar,
  LanguageTagScalar,
  TimeZoneScalar,
} from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { Weekday } from "../availability/availability.enum.ts";

/** By default and initially the same. */
const NONE: never[] = [];

@InputType({
  description:
    "So many organisations of a constituency or a region: those named, of the categories, or of the countries and regions.",
})
export class QuorumPartInput {
  @Field(() => String, { description: "What it is called, such as `Africa`." })
  name!: string;

  @Field(() => Int, { description: "How many of them must be able to come." })
  atLeast!: number;

  @Field(() => [ID], { defaultValue: NONE, description: "Organisations that belong to it." })
  organisations: string[] = NONE;

  @Field(() => [ID], {
    defaultValue: NONE,
    description: "Categories of stakeholders whose organisations belong to it, by their id.",
  })
  categories: string[] = NONE;

  @Field(() => [CountryCodeScalar], {
    defaultValue: NONE,
    description: "Countries in which organisations work that belong to it.",
  })
  countries: string[] = NONE;

  @Field(() => [ID], {
    defaultValue: NONE,
    description: "Regions of the Hub (`regions`), such as `africa`, with all their countries.",
  })
  regions: string[] = NONE;
}

@InputType({ description: "Dates that are kept free: a review forum, a holy month." })
export class BlockedDatesInput {
  @Field(() => DateScalar, { description: "The first day." })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day, unless it is one." })
  until?: string | null;

  @Field(() => String, { nullable: true, description: "What for." })
  reason?: string | null;
}

@InputType({ description: "A language for which somebody must interpret." })
export class InterpreterInput {
  @Field(() => LanguageTagScalar, { description: "Which." })
  language!: string;

  @Field(() => [ID], {
    description:
      "People of whom one must be able to come; each has said in their availability that they interpret for it.",
  })
  anyOf!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether it holds only where somebody who fills a seat, and whom the viewer sees, has entered that they need the language interpreted.",
  })
  onlyIfNeeded: boolean = false;
}

@InputType({ description: "Where those are who have entered no hours: usual ones are assumed." })
export class AssumedPlaceInput {
  @Field(() => ID, { description: "The organisation whose seat it is." })
  organisation!: string;

  @Field(() => TimeZoneScalar, { description: "In which zone." })
  timeZone!: string;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "In which country: its weekend is assumed.",
  })
  country?: string | null;
}

@InputType({ description: "What must hold of every meeting. A list has at most 100 entries." })
export class PlanConstraintsInput {
  @Field(() => [ID], {
    defaultValue: NONE,
    description: "Organisations with a seat for which somebody must be able to come.",
  })
  requiredOrganisations: string[] = NONE;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many organisations must be able to come, of those that hold a seat and that the viewer sees; not more than these.",
  })
  quorum?: number | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      "Whether the quorum of the group's charter must be reachable, as the charter stands when the plan begins. `quorum` takes the place of its number, `quorumParts` of what it asks of each need.",
  })
  keepsQuorum: boolean = true;

  @Field(() => [QuorumPartInput], {
    defaultValue: NONE,
    description: "How many of each constituency or region.",
  })
  quorumParts: QuorumPartInput[] = NONE;

  @Field(() => [InterpreterInput], { defaultValue: NONE, description: "Who interprets." })
  interpreters: InterpreterInput[] = NONE;

  @Field(() => [CountryCodeScalar], {
    defaultValue: NONE,
    description: "On no public holiday of these countries, by the date in the plan's zone.",
  })
  holidaysOf: string[] = NONE;

  @Field(() => [CountryCodeScalar], {
    defaultValue: NONE,
    description: "Not at the weekend of these countries.",
  })
  weekendsOf: string[] = NONE;

  @Field(() => [BlockedDatesInput], { defaultValue: NONE, description: "Dates kept free." })
  blockedDates: BlockedDatesInput[] = NONE;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether it is on no date that the network keeps free (`Network.freeDates`).",
  })
  keepsDatesFree: boolean = true;

  @Field(() => Boolean, {
    defaultValue: true,
    deprecationReason: "Say `keepsDatesFree`, or take the date from those that the network keeps.",
    description: "False: 18 December is not kept free, even if the network keeps it.",
  })
  keepMigrantsDayFree: boolean = true;

  @Field(() => [Weekday], {
    nullable: true,
    description: "Only on these days of the week.",
  })
  weekdays?: Weekday[] | null;

  @Field(() => String, {
    nullable: true,
    description: "No earlier than this, on the wall clock of the plan: `09:00`.",
  })
  earliest?: string | null;

  @Field(() => String, { nullable: true, description: "Ends no later than this: `18:00`." })
  latest?: string | null;

  @Field(() => [AssumedPlaceInput], {
    defaultValue: NONE,
    description:
      "Where those are who have entered no hours. No constraint, but what is planned by.",
  })
  assumed: AssumedPlaceInput[] = NONE;
}
