import { CountryCodeScalar, DateTimeScalar } from "@convene/shared/scalars";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";
import { HealthConcernKind } from "./group-health.enum.ts";

@ObjectType({ description: "Something for which a working group may need help, and how much." })
export class HealthConcern {
  @Field(() => HealthConcernKind, { description: "What it is." })
  kind!: HealthConcernKind;

  @Field(() => Int, { description: "How much it counts, as its kind says." })
  weight!: number;
}

@ObjectType({ description: "A need of a group's charter, and how many sit there for it." })
export class NeedBalance {
  @Field(() => String, { description: "What the charter calls it." })
  label!: string;

  @Field(() => Int, { description: "How many organisations the charter asks for." })
  wanted!: number;

  @Field(() => Int, { description: "How many sit there." })
  found!: number;
}

@ObjectType({ description: "How many organisations of a constituency sit in a group." })
export class ConstituencyBalance {
  @Field(() => ID, { description: "The stakeholder category, such as `migrants`." })
  category!: string;

  @Field(() => Int, { description: "How many sit there." })
  organisations!: number;
}

@ObjectType({ description: "How many organisations that work in a country sit in a group." })
export class CountryBalance {
  @Field(() => CountryCodeScalar, { description: "Where they work." })
  country!: string;

  @Field(() => Int, { description: "How many sit there." })
  organisations!: number;
}

@ObjectType({ description: "How many organisations that work in a region sit in a group." })
export class RegionBalance {
  @Field(() => ID, {
    description: "The region of the Hub, such as `africa`, by its id in `regions`.",
  })
  region!: string;

  @Field(() => String, { description: "Its name in English." })
  name!: string;

  @Field(() => Int, { description: "How many sit there. One of several regions counts in each." })
  organisations!: number;
}

@ObjectType({
  description:
    "How a working group fares today (UTC), computed when it is asked for. Organisations that are hidden from the viewer are not counted.",
})
export class WorkingGroupHealth {
  @Field(() => WorkingGroupStub, {
    nullable: true,
    description: "Whose it is. Null where it has gone since.",
  })
  group!: WorkingGroupStub | null;

  @Field(() => Int, { description: "The weights of its concerns together; 0 where all is well." })
  need!: number;

  @Field(() => [HealthConcern], { description: "What it may need help for, by their weight." })
  concerns!: HealthConcern[];

  @Field(() => Int, { description: "Milestones that are open though their day is over." })
  overdueMilestones!: number;

  @Field(() => Int, { description: "All milestones that are open." })
  openMilestones!: number;

  @Field(() => Int, {
    description:
      "Actions of its meetings that are neither done nor cancelled, each once however often it was carried over.",
  })
  openActions!: number;

  @Field(() => Int, { description: "Of these, those whose day is over." })
  overdueActions!: number;

  @Field(() => Int, { description: "How many organisations lead it." })
  coLeads!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When its last meeting began. Null while there was none.",
  })
  lastMetAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When its next meeting begins. Null while none is planned.",
  })
  meetsNextAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "Whole months since its last meeting. Null while there was none.",
  })
  monthsSinceLastMeeting!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "From 0 to 1: of those who sat there as members or co-leads, how many came, over the meetings of the last 12 months whose attendance was recorded. Null where none was.",
  })
  attendanceRate!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "From 0 to 1: of those who sat there as members or co-leads, how many said whether they come, or came, over the meetings of the last 12 months to which anybody has replied. Null where there was none.",
  })
  replyRate!: number | null;

  @Field(() => [NeedBalance], {
    description: "The constituencies and regions that its charter asks for, in its order.",
  })
  needs!: NeedBalance[];

  @Field(() => [ConstituencyBalance], { description: "Who sits there by category, most first." })
  constituencies!: ConstituencyBalance[];

  @Field(() => [CountryBalance], {
    description: "Who sits there by the countries in which they work, most first.",
  })
  countries!: CountryBalance[];

  @Field(() => [RegionBalance], {
    description: "Who sits there by the regions of the Hub in which they work: all five.",
  })
  regions!: RegionBalance[];
}
