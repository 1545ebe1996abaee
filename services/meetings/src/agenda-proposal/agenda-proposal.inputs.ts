import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType, Int } from "type-graphql";
import { AgendaItemPurpose } from "../agenda-item/agenda-item-purpose.enum.ts";

@InputType({ description: "What somebody wants to be talked about, at a meeting or in a series." })
export class ProposeAgendaItemInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: "The meeting. Give it or the series." })
  meeting?: string | null;

  @Field(() => ID, { nullable: true, description: "The series, for any of its next meetings." })
  series?: string | null;

  @Field(() => String, { description: "What it is about. At most 300 characters." })
  title!: string;

  @Field(() => AgendaItemPurpose, { description: "What it asks of the meeting." })
  purpose!: AgendaItemPurpose;

  @Field(() => Int, { description: "The time that is asked for, in minutes, 1 to 1,440." })
  minutesAsked!: number;

  @Field(() => String, {
    nullable: true,
    description: "Why it is to be talked about; Markdown. At most 5,000 characters.",
  })
  explanation?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "On whose behalf: an organisation for which one acts, or whose seat one fills. Unless given, the one whose seat in the group one fills, if it is only one.",
  })
  organisation?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The objective of the Compact that it is about, 1 to 23.",
  })
  objective?: number | null;

  @Field(() => ID, { nullable: true, description: "The practice that it is about." })
  practice?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The consultation that it is about: a call for input.",
  })
  consultation?: string | null;
}

@InputType({ description: "What changes of a proposal; what is not given stays." })
export class UpdateAgendaProposalInput extends MutationInput {
  @Field(() => ID, { description: "The proposal." })
  id!: string;

  @Field(() => String, { nullable: true, description: "What it is about." })
  title?: string | null;

  @Field(() => AgendaItemPurpose, {
    nullable: true,
    description: "What it asks of the meeting.",
  })
  purpose?: AgendaItemPurpose | null;

  @Field(() => Int, { nullable: true, description: "The time that is asked for, in minutes." })
  minutesAsked?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it is to be talked about; Markdown. Null takes it away.",
  })
  explanation?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The objective of the Compact, 1 to 23. Null takes it away.",
  })
  objective?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: "The practice that it is about. Null takes it away.",
  })
  practice?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The consultation that it is about: a call for input. Null takes it away.",
  })
  consultation?: string | null;
}

@InputType({ description: "Which proposal is taken back." })
export class WithdrawAgendaProposalInput extends MutationInput {
  @Field(() => ID, { description: "The proposal." })
  id!: string;
}

@InputType({ description: "Which proposal comes on which agenda." })
export class AcceptAgendaProposalInput extends MutationInput {
  @Field(() => ID, { description: "The proposal, or what is in the backlog." })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "The meeting, of the same group or network. The one for which it was proposed, unless given; what is in the backlog, or proposed for a series, needs one.",
  })
  meeting?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The time set apart for it, in minutes, 1 to 1,440. As asked, unless given.",
  })
  durationMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Where it stands, from 1; those behind move on. At the end unless given.",
  })
  position?: number | null;
}

@InputType({ description: "Which proposal comes on no agenda, and why." })
export class DeclineAgendaProposalInput extends MutationInput {
  @Field(() => ID, { description: "The proposal, or what is in the backlog." })
  id!: string;

  @Field(() => String, { description: "Why; the proposer is told. At most 1,000 characters." })
  reason!: string;
}

@InputType({ description: "Which proposal goes into the backlog of its series." })
export class PostponeAgendaProposalInput extends MutationInput {
  @Field(() => ID, { description: "The proposal." })
  id!: string;
}

@InputType({
  description: "Which item goes into the backlog of its series, instead of to the next meeting.",
})
export class PostponeAgendaItemInput extends MutationInput {
  @Field(() => ID, { description: "The agenda item." })
  agendaItem!: string;
}
