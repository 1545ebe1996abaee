import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { ReportDecision, ReportReason } from "./report.enum.ts";

@InputType({ description: "Something that should not stand here." })
export class ReportContentInput extends MutationInput {
  @Field(() => ID, {
    description:
      "An organisation, person, relationship, network, working group, meeting, series, agenda item, poll or practice; or a message that one was sent. What hangs on one of them is reported by it: minutes, decisions and actions by their agenda item, milestones and workplans by their group.",
  })
  about!: string;

  @Field(() => ReportReason, { description: "Why." })
  reason!: ReportReason;

  @Field(() => String, { nullable: true, description: "More, in at most 2,000 characters." })
  comment?: string | null;
}

@InputType({ description: "What is decided about a report." })
export class DecideReportInput extends MutationInput {
  @Field(() => ID, { description: "The report." })
  report!: string;

  @Field(() => ReportDecision, { description: "What is decided." })
  decision!: ReportDecision;

  @Field(() => String, {
    description: "Why, in at most 2,000 characters: the reporter and the reported are told.",
  })
  note!: string;
}

@InputType({ description: "What was taken down and is to be shown again." })
export class RestoreContentInput extends MutationInput {
  @Field(() => ID, { description: "The report by which it was taken down." })
  report!: string;

  @Field(() => String, { description: "Why, in at most 2,000 characters: the reported are told." })
  note!: string;
}
