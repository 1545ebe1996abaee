import { JoinAnswerInput } from "@convene/shared/join-request/join-question.inputs";
import { JoinDecision } from "@convene/shared/join-request/join-request.enum";
import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { NetworkMemberRole } from "../network-member/network-member.enum.ts";

@InputType({ description: "An organisation asks to be taken into a network." })
export class RequestToJoinNetworkInput extends MutationInput {
  @Field(() => ID, { description: "Which network." })
  network!: string;

  @Field(() => ID, { description: "The organisation that wants to belong to it." })
  organisation!: string;

  @Field(() => NetworkMemberRole, {
    defaultValue: NetworkMemberRole.MEMBER,
    description: "As what: `MEMBER` or `OBSERVER`.",
  })
  role: NetworkMemberRole = NetworkMemberRole.MEMBER;

  @Field(() => [JoinAnswerInput], { description: "Answers to the network's `joinQuestions`." })
  answers: JoinAnswerInput[] = [];
}

@InputType({ description: "What a secretariat says to a request." })
export class DecideNetworkJoinRequestInput extends MutationInput {
  @Field(() => ID, { description: "Which request." })
  id!: string;

  @Field(() => JoinDecision, { description: "Whether the organisation is taken in." })
  decision!: JoinDecision;

  @Field(() => String, {
    nullable: true,
    description: "To the organisation, at most 2,000 characters. Asked of who declines.",
  })
  reply?: string | null;
}

@InputType({ description: "A request that is taken back." })
export class WithdrawNetworkJoinRequestInput extends MutationInput {
  @Field(() => ID, { description: "Which request." })
  id!: string;
}
