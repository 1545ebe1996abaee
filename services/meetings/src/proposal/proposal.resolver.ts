import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { ScheduleProposalInput } from "./proposal.inputs.ts";
import type { ProposalService } from "./proposal.service.ts";

@Resolver(() => MeetingSeries)
export class ProposalResolver {
  constructor(private readonly service: ProposalService) {}

  @Mutation(() => MeetingSeries, {
    nullable: true,
    description:
      "Makes the meetings of a proposal of `planSeries`: a series in its rhythm, each meeting at the time that was proposed. For co-leads of the group, and the secretariat of its network.",
  })
  scheduleProposal(
    @Arg("input", () => ScheduleProposalInput, { description: "What was chosen." })
    input: ScheduleProposalInput,
    @Ctx() context: Context,
  ): Promise<MeetingSeries> {
    return this.service.schedule(requireWriter(context), input);
  }
}
