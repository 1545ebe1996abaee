import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Practice } from "../practice/practice.entity.ts";
import { canTake } from "../practice/practice.policy.ts";
import {
  PublishPracticeInput,
  StartPracticeReviewInput,
  SubmitPracticeInput,
  WithdrawPracticeInput,
} from "./practice-review.inputs.ts";
import type { PracticeReviewService } from "./practice-review.service.ts";

@Resolver(() => Practice)
export class PracticeReviewResolver {
  constructor(private readonly reviews: PracticeReviewService) {}

  @Mutation(() => Practice, {
    nullable: true,
    description:
      "Hands a draft in for review, or one that was withdrawn. For those who answer for its text.",
  })
  submitPractice(
    @Arg("input", () => SubmitPracticeInput, { description: "Which practice." })
    input: SubmitPracticeInput,
    @Ctx() context: Context,
  ): Promise<Practice> {
    return this.reviews.submit(requireWriter(context), input);
  }

  @Mutation(() => Practice, {
    nullable: true,
    description:
      "Takes a submitted practice up; its text stands still from now on. For reviewers without a role in an implementer.",
  })
  startPracticeReview(
    @Arg("input", () => StartPracticeReviewInput, { description: "Which practice." })
    input: StartPracticeReviewInput,
    @Ctx() context: Context,
  ): Promise<Practice> {
    return this.reviews.startReview(requireWriter(context), input);
  }

  @Mutation(() => Practice, {
    nullable: true,
    description:
      "Opens a reviewed practice to everybody. For reviewers without a role in an implementer.",
  })
  publishPractice(
    @Arg("input", () => PublishPracticeInput, { description: "Which practice." })
    input: PublishPracticeInput,
    @Ctx() context: Context,
  ): Promise<Practice> {
    return this.reviews.publish(requireWriter(context), input);
  }

  @Mutation(() => Practice, {
    nullable: true,
    description:
      "Takes a practice back, published or not; it may be changed and submitted again. For those who answer for its text.",
  })
  withdrawPractice(
    @Arg("input", () => WithdrawPracticeInput, { description: "Which practice." })
    input: WithdrawPracticeInput,
    @Ctx() context: Context,
  ): Promise<Practice> {
    return this.reviews.withdraw(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may hand it in now." })
  viewerCanSubmit(@Root() practice: Practice, @Ctx() { viewer }: Context): boolean {
    return canTake("submit", viewer, practice);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may take it up for review now.",
  })
  viewerCanReview(@Root() practice: Practice, @Ctx() { viewer }: Context): boolean {
    return canTake("review", viewer, practice);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may publish it now." })
  viewerCanPublish(@Root() practice: Practice, @Ctx() { viewer }: Context): boolean {
    return canTake("publish", viewer, practice);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may take it back now." })
  viewerCanWithdraw(@Root() practice: Practice, @Ctx() { viewer }: Context): boolean {
    return canTake("withdraw", viewer, practice);
  }
}
