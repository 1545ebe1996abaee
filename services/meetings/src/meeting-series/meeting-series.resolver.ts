import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { canConvene, sitsThere } from "../convener/convener.policy.ts";
import { NetworkStub } from "../network/network.stub.ts";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";
import { MeetingSeries } from "./meeting-series.entity.ts";
import { CreateMeetingSeriesInput, MeetingSeriesFilter } from "./meeting-series.inputs.ts";
import { shownSkips, type Skip } from "./series-dates.value.ts";
import { SkippedDate } from "./skipped-date.type.ts";
import type { MeetingSeriesService } from "./meeting-series.service.ts";

const MeetingSeriesConnection = connectionOf(() => MeetingSeries, { name: "MeetingSeries" });

@Resolver(() => MeetingSeries)
export class MeetingSeriesResolver {
  constructor(private readonly series: MeetingSeriesService) {}

  @Query(() => MeetingSeries, {
    nullable: true,
    description: "One series of meetings. Null when it is missing, or hidden from the viewer.",
  })
  meetingSeries(
    @Arg("id", () => ID, { description: "A TypeID, `ser_…`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<MeetingSeries | null> {
    return loaders.meetingSeries.load(id);
  }

  @Query(() => MeetingSeriesConnection, {
    nullable: true,
    description: "The series that the viewer may see, oldest first.",
  })
  allMeetingSeries(
    @Arg("filter", () => MeetingSeriesFilter, {
      nullable: true,
      description: "Which. Parts that are given must all hold.",
    })
    filter: MeetingSeriesFilter | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<MeetingSeries>> {
    return this.series.list(viewer, filter, args);
  }

  @Mutation(() => MeetingSeries, {
    nullable: true,
    description:
      "Makes a series and all its meetings. For co-leads of the group, and the secretariat of the network.",
  })
  createMeetingSeries(
    @Arg("input", () => CreateMeetingSeriesInput, { description: "What the series is." })
    input: CreateMeetingSeriesInput,
    @Ctx() context: Context,
  ): Promise<MeetingSeries> {
    return this.series.create(requireWriter(context), input);
  }

  @FieldResolver(() => WorkingGroupStub, {
    nullable: true,
    description: "The group that meets. Null for a network's own meetings.",
  })
  group(@Root() { groupId }: MeetingSeries, @Ctx() { loaders }: Context) {
    return groupId === null ? null : loaders.workingGroup.load(groupId);
  }

  @FieldResolver(() => NetworkStub, {
    nullable: true,
    description: "The network that meets, or in which the group stands.",
  })
  network(@Root() { networkId }: MeetingSeries, @Ctx() { loaders }: Context) {
    return networkId === null ? null : loaders.network.load(networkId);
  }

  @FieldResolver(() => MeetingSeries, {
    nullable: true,
    description:
      "The series that it goes on with, since this and all following meetings were changed together. Null when there is none, or it is hidden from the viewer.",
  })
  splitFrom(@Root() { splitFromId }: MeetingSeries, @Ctx() { loaders }: Context) {
    return splitFromId === null ? null : loaders.meetingSeries.load(splitFromId);
  }

  @FieldResolver(() => [SkippedDate], {
    description: "The dates of the rule that it leaves out of its own accord, and why.",
  })
  skipped(@Root() series: MeetingSeries, @Ctx() { loaders }: Context): Promise<readonly Skip[]> {
    return loadMaybe(loaders.network, series.networkId).then((network) =>
      shownSkips(series, network !== null),
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Where to join online. Null for all who do not sit there.",
  })
  joinUrl(@Root() series: MeetingSeries, @Ctx() { viewer }: Context): string | null {
    return sitsThere(viewer, series) ? series.joinUrl : null;
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may change the series and its meetings.",
  })
  viewerCanEdit(@Root() series: MeetingSeries, @Ctx() { viewer }: Context): boolean {
    return canConvene(viewer, series);
  }
}
