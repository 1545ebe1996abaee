import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import type { Context } from "../context.ts";
import { canConvene } from "../convener/convener.policy.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { Minutes } from "./minutes.entity.ts";
import { MinutesEntry } from "./minutes-entry.entity.ts";
import { ApproveMinutesInput, ConcludeMeetingInput, SaveMinutesInput } from "./minutes.inputs.ts";
import { canReadMinutes } from "./minutes.policy.ts";
import type { MinutesService } from "./minutes.service.ts";
import { MinutesEntryResolver, MinutesRevisionResolver } from "./minutes-entry.resolver.ts";

const CONVENERS = "For co-leads of the group, and the secretariat of the network.";

@Resolver(() => Minutes)
class MinutesResolver {
  constructor(private readonly minutes: MinutesService) {}

  @Mutation(() => MinutesEntry, {
    nullable: true,
    description:
      "Saves what the minutes say of an agenda item. For those who convene the meeting, and the members of the group or network.",
  })
  saveMinutes(
    @Arg("input", () => SaveMinutesInput, { description: "Which item, and the text." })
    input: SaveMinutesInput,
    @Ctx() context: Context,
  ): Promise<MinutesEntry> {
    return this.minutes.save(requireWriter(context), input);
  }

  @Mutation(() => Minutes, {
    nullable: true,
    description: `Says that a meeting that has begun is over. ${CONVENERS}`,
  })
  concludeMeeting(
    @Arg("input", () => ConcludeMeetingInput, { description: "Which meeting." })
    input: ConcludeMeetingInput,
    @Ctx() context: Context,
  ): Promise<Minutes> {
    return this.minutes.conclude(requireWriter(context), input);
  }

  @Mutation(() => Minutes, {
    nullable: true,
    description: `Approves the minutes of a meeting that is concluded, and locks them. ${CONVENERS}`,
  })
  approveMinutes(
    @Arg("input", () => ApproveMinutesInput, { description: "Whose minutes, and by whom." })
    input: ApproveMinutesInput,
    @Ctx() context: Context,
  ): Promise<Minutes> {
    return this.minutes.approve(requireWriter(context), input);
  }

  @FieldResolver(() => Meeting, { nullable: true, description: "The meeting." })
  meeting(@Root() { meetingId }: Minutes, @Ctx() { loaders }: Context) {
    return loaders.meeting.load(meetingId);
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "The meeting that has approved them. Null: none yet, or it is gone or hidden.",
  })
  approvedAtMeeting(@Root() { approvedAtMeetingId }: Minutes, @Ctx() { loaders }: Context) {
    return approvedAtMeetingId === null ? null : loaders.meeting.load(approvedAtMeetingId);
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description:
      "The meeting to which what was unfinished went on. Null: none yet, or it is hidden.",
  })
  carriedTo(@Root() { carriedToId }: Minutes, @Ctx() { loaders }: Context) {
    return carriedToId === null ? null : loaders.meeting.load(carriedToId);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may conclude the meeting, or approve what waits for it.",
  })
  viewerCanApprove(@Root() minutes: Minutes, @Ctx() { loaders, viewer }: Context) {
    return loaders.meeting
      .load(minutes.meetingId)
      .then(
        (meeting) => meeting !== null && minutes.approvedAt === null && canConvene(viewer, meeting),
      );
  }
}

@Resolver(() => Meeting)
class MeetingMinutesResolver {
  @FieldResolver(() => Minutes, {
    nullable: true,
    description:
      "How far the minutes are. Null for all who do not sit there, and before the first was written.",
  })
  minutes(@Root() meeting: Meeting, @Ctx() { viewer, loaders }: Context) {
    return canReadMinutes(viewer, meeting) ? loaders.minutesOfMeeting.load(meeting.id) : null;
  }
}

@Resolver(() => AgendaItem)
class AgendaItemMinutesResolver {
  @FieldResolver(() => MinutesEntry, {
    nullable: true,
    description:
      "What the minutes say of it. Null for all who do not sit there, and before the first was written.",
  })
  minutes(@Root() { id, meetingId }: AgendaItem, @Ctx() { viewer, loaders }: Context) {
    return loaders.meeting
      .load(meetingId)
      .then((meeting) =>
        meeting && canReadMinutes(viewer, meeting) ? loaders.minutesOfItem.load(id) : null,
      );
  }
}

/** All that tell of minutes. */
export const minutesResolvers = (service: MinutesService) => [
  new MinutesResolver(service),
  new MeetingMinutesResolver(),
  new AgendaItemMinutesResolver(),
  new MinutesEntryResolver(),
  new MinutesRevisionResolver(),
];
