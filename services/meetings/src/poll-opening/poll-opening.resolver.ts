import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { Poll } from "../poll/poll.entity.ts";
import { CreatePollInput } from "./poll-opening.inputs.ts";
import type { PollOpeningService } from "./poll-opening.service.ts";

@Resolver(() => Poll)
export class PollOpeningResolver {
  constructor(private readonly service: PollOpeningService) {}

  @Mutation(() => Poll, {
    nullable: true,
    description:
      "Asks the seats of a group which of some times they can make. For co-leads of the group, and the secretariat of its network.",
  })
  createPoll(
    @Arg("input", () => CreatePollInput, { description: "What is asked, of whom, until when." })
    input: CreatePollInput,
    @Ctx() context: Context,
  ): Promise<Poll> {
    return this.service.open(requireWriter(context), input);
  }
}
