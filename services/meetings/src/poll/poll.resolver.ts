import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { canConvene } from "../convener/convener.policy.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";
import { Poll } from "./poll.entity.ts";
import { canSeeAnswers } from "./poll.policy.ts";

const PollConnection = connectionOf(() => Poll, { name: "Poll" });

@Resolver(() => Poll)
export class PollResolver {
  @Query(() => Poll, {
    nullable: true,
    description: "One poll. Null when it is missing, or the viewer does not sit in its group.",
  })
  poll(
    @Arg("id", () => ID, { description: "A TypeID, `pol_…`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Poll | null> {
    return loaders.poll.load(id);
  }

  @FieldResolver(() => WorkingGroupStub, {
    nullable: true,
    description: "The group that is asked.",
  })
  group(@Root() { groupId }: Poll, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.workingGroup, groupId);
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "The meeting whose time is asked for. Null where a new one will be made.",
  })
  moves(@Root() { movesId }: Poll, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.meeting, movesId);
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "The meeting that came of it. Null before a time is chosen.",
  })
  meeting(@Root() { meetingId }: Poll, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.meeting, meetingId);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may close it, and choose the time.",
  })
  viewerCanEdit(@Root() poll: Poll, @Ctx() { viewer }: Context): boolean {
    return canConvene(viewer, poll);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer sees what others answered, and what comes of it.",
  })
  viewerCanSeeAnswers(@Root() poll: Poll, @Ctx() { viewer }: Context): boolean {
    return canSeeAnswers(viewer, poll);
  }
}

@Resolver(() => WorkingGroupStub)
export class WorkingGroupPollsResolver {
  @FieldResolver(() => PollConnection, {
    nullable: true,
    description: "Its polls, the latest first. None for those who do not sit in the group.",
  })
  polls(
    @Root() { id }: WorkingGroupStub,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Poll>> {
    return loaders.pollsOfGroup.load(id, args);
  }
}
