import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType, Int } from "type-graphql";
import { MeetingRole } from "./meeting-role.enum.ts";

const SEEN =
  "The version that was seen. When it has another by now: CONFLICT, with `stored` and `submitted` in its extensions.";

@InputType({
  description:
    "How a role goes round from the next meeting of a series on, which is the turn of the first. Meetings that are called off and dates that are left out take no turn.",
})
export class SetMeetingRotationInput extends MutationInput {
  @Field(() => ID, { description: "The series." })
  id!: string;

  @Field(() => MeetingRole, { description: "Which role goes round." })
  role!: MeetingRole;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Among whom, in their order, at most 100; one may come more than once. Hosts are organisations; who chairs is an organisation, a person, or a seat of the group. Empty, and without `coLeads`: it does not go round any more.",
  })
  order?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Among those seats that lead the group on the day of each meeting, in the order in which they were given; only who chairs a group's series, and instead of `order`.",
  })
  coLeads: boolean = false;

  @Field(() => Int, {
    defaultValue: 1,
    description: "For how many meetings in a row each of them has it, 1 to 100.",
  })
  every: number = 1;

  @Field(() => Int, { nullable: true, description: SEEN })
  expectedVersion?: number | null;
}

@InputType({ description: "Who hosts or chairs one meeting. The turns of all others stay." })
export class AssignMeetingTurnInput extends MutationInput {
  @Field(() => ID, { description: "The meeting." })
  id!: string;

  @Field(() => MeetingRole, { description: "Which role." })
  role!: MeetingRole;

  @Field(() => ID, {
    nullable: true,
    description:
      "Who: as host an organisation, to chair an organisation, a person, or a seat of the group. Null: whoever's turn it is.",
  })
  holder?: string | null;

  @Field(() => Int, { nullable: true, description: SEEN })
  expectedVersion?: number | null;
}
