import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { Poll } from "../poll/poll.entity.ts";
import { ClosePollInput, FinalisePollInput } from "./poll-ending.inputs.ts";
import type { PollEndingService } from "./poll-ending.service.ts";

@Resolver(() => Poll)
export class PollEndingResolver {
  constructor(private readonly service: PollEndingService) {}

  @Mutation(() => Poll, {
    nullable: true,
    description:
      "Closes a poll before its deadline: nobody answers any more. For co-leads of the group, and the secretariat of its network.",
  })
  closePoll(
    @Arg("input", () => ClosePollInput, { description: "Which." }) input: ClosePollInput,
    @Ctx() context: Context,
  ): Promise<Poll> {
    return this.service.close(requireWriter(context), input);
  }

  @Mutation(() => Poll, {
    nullable: true,
    description:
      "Chooses a time, makes the meeting, and invites to it. For co-leads of the group, and the secretariat of its network.",
  })
  finalisePoll(
    @Arg("input", () => FinalisePollInput, { description: "Which poll, and which time." })
    input: FinalisePollInput,
    @Ctx() context: Context,
  ): Promise<Poll> {
    return this.service.finalise(requireWriter(context), input);
  }
}
