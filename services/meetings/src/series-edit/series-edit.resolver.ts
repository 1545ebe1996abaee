import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { CancelMeetingSeriesInput, UpdateMeetingSeriesInput } from "./series-edit.inputs.ts";
import type { SeriesEditService } from "./series-edit.service.ts";

@Resolver(() => MeetingSeries)
export class SeriesEditResolver {
  constructor(private readonly edits: SeriesEditService) {}

  @Mutation(() => MeetingSeries, {
    nullable: true,
    description:
      "Changes all meetings of a series that have not begun, or one and all that follow (`from`). Those before keep their series, which then ends before; the others go on in a new one, which is answered. For co-leads of the group, and the secretariat of the network.",
  })
  updateMeetingSeries(
    @Arg("input", () => UpdateMeetingSeriesInput, { description: "What changes." })
    input: UpdateMeetingSeriesInput,
    @Ctx() context: Context,
  ): Promise<MeetingSeries> {
    return this.edits.update(requireWriter(context), input);
  }

  @Mutation(() => MeetingSeries, {
    nullable: true,
    description:
      "Calls off all meetings of a series that have not begun, or one and all that follow (`from`). For co-leads of the group, and the secretariat of the network.",
  })
  cancelMeetingSeries(
    @Arg("input", () => CancelMeetingSeriesInput, { description: "Which meetings." })
    input: CancelMeetingSeriesInput,
    @Ctx() context: Context,
  ): Promise<MeetingSeries> {
    return this.edits.cancel(requireWriter(context), input);
  }
}
