import type { Connection } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { NetworkStub } from "../network/network.stub.ts";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";
import { MeetingListArgs } from "./meeting.inputs.ts";
import type { Meeting } from "./meeting.entity.ts";
import { MeetingConnection } from "./meeting.resolver.ts";

@Resolver(() => MeetingSeries)
export class MeetingSeriesMeetingsResolver {
  @FieldResolver(() => MeetingConnection, {
    nullable: true,
    description: "Its meetings that the viewer may see.",
  })
  meetings(
    @Root() { id }: MeetingSeries,
    @Args(() => MeetingListArgs) args: MeetingListArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Meeting>> {
    return loaders.meetingsOfSeries.load(id, args);
  }
}

@Resolver(() => WorkingGroupStub)
export class WorkingGroupMeetingsResolver {
  @FieldResolver(() => MeetingConnection, {
    nullable: true,
    description: "The meetings of the group that the viewer may see.",
  })
  meetings(
    @Root() { id }: WorkingGroupStub,
    @Args(() => MeetingListArgs) args: MeetingListArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Meeting>> {
    return loaders.meetingsOfGroup.load(id, args);
  }
}

@Resolver(() => NetworkStub)
export class NetworkMeetingsResolver {
  @FieldResolver(() => MeetingConnection, {
    nullable: true,
    description:
      "The meetings of the network, and of the groups that stand in it, that the viewer may see.",
  })
  meetings(
    @Root() { id }: NetworkStub,
    @Args(() => MeetingListArgs) args: MeetingListArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Meeting>> {
    return loaders.meetingsOfNetwork.load(id, args);
  }
}
