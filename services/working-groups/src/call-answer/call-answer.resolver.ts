import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { InputCall } from "../input-call/input-call.entity.ts";
import { InputCallState } from "../input-call/input-call.enum.ts";
import { actsFor } from "../input-call/input-call.policy.ts";
import { type OrganisationKey, OrganisationStub } from "../organisation/organisation.stub.ts";
import { CallAnswer } from "./call-answer.entity.ts";
import { AnswerInputCallInput } from "./call-answer.inputs.ts";
import type { CallAnswerService } from "./call-answer.service.ts";

const CallAnswerConnection = connectionOf(() => CallAnswer, { name: "CallAnswer" });

@Resolver(() => CallAnswer)
export class CallAnswerResolver {
  constructor(private readonly answers: CallAnswerService) {}

  @Mutation(() => CallAnswer, {
    nullable: true,
    description:
      "Answers a call for an organisation that it asks, by whoever acts for it; again until the deadline. CONFLICT (`call`) before it opens and after its deadline.",
  })
  answerInputCall(
    @Arg("input", () => AnswerInputCallInput, { description: "The answer." })
    input: AnswerInputCallInput,
    @Ctx() context: Context,
  ): Promise<CallAnswer> {
    return this.answers.answer(requireWriter(context), input);
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description: "Who has answered. Null where it has gone since.",
  })
  organisation(
    @Root() { organisationId }: CallAnswer,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationKey | null> {
    return loaders.organisations.load(organisationId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change it now." })
  viewerCanEdit(
    @Root() { callId, organisationId }: CallAnswer,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<boolean> {
    return loaders.inputCalls
      .load(callId)
      .then((call) => call?.state === InputCallState.OPEN && actsFor(viewer, organisationId));
  }
}

@Resolver(() => InputCall)
export class InputCallAnswersResolver {
  @FieldResolver(() => CallAnswerConnection, {
    description:
      "What was answered, the first first. Empty for all but those whom the call has chosen to read its answers, and whoever acts for an organisation, who sees its own.",
  })
  answers(
    @Root() { id }: InputCall,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<CallAnswer>> {
    return loaders.answersOfCall.load(id, args);
  }
}
