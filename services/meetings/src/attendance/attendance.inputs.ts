import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { AttendanceStatus } from "./attendance-status.enum.ts";

@InputType({
  description: "How an organisation stands to a meeting. What was recorded of it before goes.",
})
export class RecordAttendanceInput extends MutationInput {
  @Field(() => ID, { description: "The meeting." })
  meeting!: string;

  @Field(() => ID, { description: "The organisation." })
  organisation!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "The person who comes for it. Each person has a record, and the organisation one without a person.",
  })
  person?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "For which of its seats in the group. Unless given the only one that it holds on the day of the meeting, or, of several, the only one that the person fills.",
  })
  seat?: string | null;

  @Field(() => AttendanceStatus, { description: "Whether it comes, or was there." })
  status!: AttendanceStatus;
}
