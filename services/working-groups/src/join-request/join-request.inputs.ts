import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { JoinAnswerInput } from "@convene/shared/join-request/join-question.inputs";
import { SeatRole } from "../seat/seat.enum.ts";
import { JoinDecision } from "@convene/shared/join-request/join-request.enum";

@InputType({ description: "An organisation asks for a seat in a group." })
export class RequestToJoinInput extends MutationInput {
  @Field(() => ID, { description: "Which group." })
  group!: string;

  @Field(() => ID, { description: "The organisation that wants to sit there." })
  organisation!: string;

  @Field(() => SeatRole, {
    defaultValue: SeatRole.MEMBER,
    description: "As what: `MEMBER` or `OBSERVER`.",
  })
  role: SeatRole = SeatRole.MEMBER;

  @Field(() => String, {
    nullable: true,
    description: "For whom, where not for itself; at most 300 characters.",
  })
  onBehalfOf?: string | null;

  @Field(() => ID, { nullable: true, description: "Who would fill the seat." })
  delegate?: string | null;

  @Field(() => [JoinAnswerInput], { description: "Answers to the group's `joinQuestions`." })
  answers: JoinAnswerInput[] = [];
}

@InputType({ description: "What a group says to a request." })
export class DecideJoinRequestInput extends MutationInput {
  @Field(() => ID, { description: "Which request." })
  id!: string;

  @Field(() => JoinDecision, { description: "Whether the organisation gets the seat." })
  decision!: JoinDecision;

  @Field(() => String, {
    nullable: true,
    description: "To the organisation, at most 2,000 characters. Asked of who declines.",
  })
  reply?: string | null;
}

@InputType({ description: "A request that is taken back." })
export class WithdrawJoinRequestInput extends MutationInput {
  @Field(() => ID, { description: "Which request." })
  id!: string;
}
