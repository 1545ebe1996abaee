import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { IntroductionRequest } from "./introduction-request.entity.ts";
import { IntroductionOutcome } from "./introduction-request.enum.ts";
import {
  AnswerIntroductionInput,
  IntroductionResultsArgs,
  RequestIntroductionInput,
  TellIntroductionOutcomeInput,
} from "./introduction-request.inputs.ts";
import { canAnswer, canTellOutcome, toldBy } from "./introduction-request.policy.ts";
import type { IntroductionRequestService } from "./introduction-request.service.ts";
import { IntroductionRequestConnection, IntroductionResults } from "./introduction-request.type.ts";

@Resolver(() => IntroductionRequest)
export class IntroductionRequestResolver {
  constructor(private readonly service: IntroductionRequestService) {}

  @Query(() => IntroductionRequestConnection, {
    nullable: true,
    description:
      "The introductions that organisations of which the viewer is an owner or editor have asked for, and that have come to them; the latest first. None for nobody.",
  })
  introductions(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<IntroductionRequest>> {
    return this.service.list(viewer, args);
  }

  @Query(() => IntroductionResults, {
    nullable: true,
    description:
      "What has become of all introductions, in counts. Null for all but administrators.",
  })
  introductionResults(
    @Args(() => IntroductionResultsArgs) { since }: IntroductionResultsArgs,
    @Ctx() { viewer }: Context,
  ): Promise<IntroductionResults | null> {
    return this.service.results(viewer, since ?? null);
  }

  @Mutation(() => IntroductionRequest, {
    nullable: true,
    description:
      "Asks an organisation to introduce one's own to a third. Open to owners and editors of the one that asks. All three must see each other. The third hears of it once the second has passed it on. As many as messages; CONFLICT while the same waits.",
  })
  requestIntroduction(
    @Arg("input", () => RequestIntroductionInput, { description: "Who, to whom, by whom." })
    input: RequestIntroductionInput,
    @Ctx() context: Context,
  ): Promise<IntroductionRequest> {
    return this.service.request(requireWriter(context), input);
  }

  @Mutation(() => IntroductionRequest, {
    nullable: true,
    description:
      "Passes a request on, accepts it or declines it. Open to owners and editors of the organisation for which it waits. Who asked is told by mail, but of a declined one not by which of the two.",
  })
  answerIntroduction(
    @Arg("input", () => AnswerIntroductionInput, { description: "Which, and how." })
    input: AnswerIntroductionInput,
    @Ctx() context: Context,
  ): Promise<IntroductionRequest> {
    return this.service.answer(requireWriter(context), input);
  }

  @Mutation(() => IntroductionRequest, {
    nullable: true,
    description:
      "Tells whether an accepted introduction has led anywhere; again, to correct it. Open to owners and editors of the two that were introduced, each for their own side. Suggestions are measured by it; no ranking reads it.",
  })
  tellIntroductionOutcome(
    @Arg("input", () => TellIntroductionOutcomeInput, { description: "Which, and what." })
    input: TellIntroductionOutcomeInput,
    @Ctx() context: Context,
  ): Promise<IntroductionRequest> {
    return this.service.tellOutcome(requireWriter(context), input);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "Which asks." })
  seeker(@Root() { seekerId }: IntroductionRequest, @Ctx() { loaders }: Context) {
    return loaders.organisations.load(seekerId);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "Which is to introduce." })
  over(@Root() { overId }: IntroductionRequest, @Ctx() { loaders }: Context) {
    return loaders.organisations.load(overId);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "Which is sought." })
  target(@Root() { targetId }: IntroductionRequest, @Ctx() { loaders }: Context) {
    return loaders.organisations.load(targetId);
  }

  @FieldResolver(() => IntroductionOutcome, {
    nullable: true,
    description: "What the viewer's own side has told of it; null where it has not.",
  })
  viewerOutcome(
    @Root() request: IntroductionRequest,
    @Ctx() { viewer }: Context,
  ): IntroductionOutcome | null {
    return toldBy(viewer, request);
  }

  @FieldResolver(() => Boolean, { description: "Whether it waits for an answer of the viewer." })
  viewerCanAnswer(@Root() request: IntroductionRequest, @Ctx() { viewer }: Context): boolean {
    return canAnswer(viewer, request);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may tell what came of it." })
  viewerCanTellOutcome(@Root() request: IntroductionRequest, @Ctx() { viewer }: Context): boolean {
    return canTellOutcome(viewer, request);
  }
}
