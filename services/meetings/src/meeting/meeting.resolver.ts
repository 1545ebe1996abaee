import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { LocalDateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { canConvene, sitsThere } from "../convener/convener.policy.ts";
import { FreeDate } from "../free-date/free-date.entity.ts";
import { freeOn, standing } from "../free-date/free-date.value.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { NetworkStub } from "../network/network.stub.ts";
import { localAt } from "../wall-clock/wall-clock.value.ts";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";
import { Meeting } from "./meeting.entity.ts";
import {
  CancelMeetingInput,
  CreateMeetingInput,
  MeetingFilter,
  UpdateMeetingInput,
} from "./meeting.inputs.ts";
import type { MeetingService } from "./meeting.service.ts";

export const MeetingConnection = connectionOf(() => Meeting, { name: "Meeting" });
const ZONE = "Where the wall is; the meeting's own time zone unless given.";

@Resolver(() => Meeting)
export class MeetingResolver {
  constructor(private readonly service: MeetingService) {}

  @Query(() => Meeting, {
    nullable: true,
    description: "One meeting. Null when it is missing, or hidden from the viewer.",
  })
  meeting(
    @Arg("id", () => ID, { description: "A TypeID, `mtg_…`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Meeting | null> {
    return loaders.meeting.load(id);
  }

  @Query(() => MeetingConnection, {
    nullable: true,
    description: "The meetings that the viewer may see, by the time at which they begin.",
  })
  meetings(
    @Arg("filter", () => MeetingFilter, { nullable: true, description: "Which." })
    filter: MeetingFilter | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Meeting>> {
    return this.service.list(viewer, filter, args);
  }

  @Query(() => MeetingConnection, {
    nullable: true,
    description:
      "The meetings that the viewer may see that take place and have not ended, soonest first.",
  })
  upcomingMeetings(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Meeting>> {
    return this.service.upcoming(viewer, args);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description:
      "Makes a single meeting. For co-leads of the group, and the secretariat of the network.",
  })
  createMeeting(
    @Arg("input", () => CreateMeetingInput, { description: "What the meeting is." })
    input: CreateMeetingInput,
    @Ctx() context: Context,
  ): Promise<Meeting> {
    return this.service.create(requireWriter(context), input);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description:
      "Changes or moves one meeting. One of a series leaves the others as they are. For co-leads of the group, and the secretariat of the network.",
  })
  updateMeeting(
    @Arg("input", () => UpdateMeetingInput, { description: "What changes." })
    input: UpdateMeetingInput,
    @Ctx() context: Context,
  ): Promise<Meeting> {
    return this.service.update(requireWriter(context), input);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description:
      "Calls one meeting off. For co-leads of the group, and the secretariat of the network.",
  })
  cancelMeeting(
    @Arg("input", () => CancelMeetingInput, { description: "Which meeting." })
    input: CancelMeetingInput,
    @Ctx() context: Context,
  ): Promise<Meeting> {
    return this.service.cancel(requireWriter(context), input);
  }

  @FieldResolver(() => MeetingSeries, {
    nullable: true,
    description: "The series of which it is an occurrence. Null for a single meeting.",
  })
  series(@Root() { seriesId }: Meeting, @Ctx() { loaders }: Context) {
    return seriesId === null ? null : loaders.meetingSeries.load(seriesId);
  }

  @FieldResolver(() => WorkingGroupStub, {
    nullable: true,
    description: "The group that meets. Null for a network's own meeting.",
  })
  group(@Root() { groupId }: Meeting, @Ctx() { loaders }: Context) {
    return groupId === null ? null : loaders.workingGroup.load(groupId);
  }

  @FieldResolver(() => NetworkStub, {
    nullable: true,
    description: "The network that meets, or in which the group stands.",
  })
  network(@Root() { networkId }: Meeting, @Ctx() { loaders }: Context) {
    return networkId === null ? null : loaders.network.load(networkId);
  }

  @FieldResolver(() => LocalDateTimeScalar, {
    description: "What the clock on a wall shows when it begins.",
  })
  localStart(
    @Root() meeting: Meeting,
    @Arg("timeZone", () => TimeZoneScalar, { nullable: true, description: ZONE })
    timeZone: string | null,
  ): string {
    return localAt(meeting.startsAt, timeZone ?? meeting.timeZone);
  }

  @FieldResolver(() => LocalDateTimeScalar, {
    description: "What the clock on a wall shows when it ends.",
  })
  localEnd(
    @Root() meeting: Meeting,
    @Arg("timeZone", () => TimeZoneScalar, { nullable: true, description: ZONE })
    timeZone: string | null,
  ): string {
    return localAt(meeting.endsAt, timeZone ?? meeting.timeZone);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Where to join online. Null for all who do not sit there.",
  })
  joinUrl(@Root() meeting: Meeting, @Ctx() { viewer }: Context): string | null {
    return sitsThere(viewer, meeting) ? meeting.joinUrl : null;
  }

  @FieldResolver(() => FreeDate, {
    nullable: true,
    description:
      "The date on which it begins, where its network keeps that free. Null elsewhere, and where the network is hidden from the viewer.",
  })
  freeDate(
    @Root() { networkId, startsAt, timeZone }: Meeting,
    @Ctx() { loaders }: Context,
  ): Promise<FreeDate | null> | null {
    return networkId === null
      ? null
      : Promise.all([
          loaders.network.load(networkId),
          loaders.freeDatesOfNetwork.load(networkId),
        ]).then(([network, rows]) =>
          network
            ? freeOn(standing(networkId, rows), localAt(startsAt, timeZone).slice(0, 10))
            : null,
        );
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change the meeting." })
  viewerCanEdit(@Root() meeting: Meeting, @Ctx() { viewer }: Context): boolean {
    return canConvene(viewer, meeting);
  }
}
