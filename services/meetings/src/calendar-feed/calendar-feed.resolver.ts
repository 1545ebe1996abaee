import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { prefixOf } from "@convene/shared/type-id";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { NetworkStub } from "../network/network.stub.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";
import { CalendarFeed } from "./calendar-feed.entity.ts";
import { CreateCalendarFeedInput, RevokeCalendarFeedInput } from "./calendar-feed.inputs.ts";
import { canRevokeFeed } from "./calendar-feed.policy.ts";
import type { CalendarFeedService } from "./calendar-feed.service.ts";
import { NewCalendarFeed } from "./calendar-feed.type.ts";

const CalendarFeedConnection = connectionOf(() => CalendarFeed, { name: "CalendarFeed" });

/** The id, where it is of that kind. */
const ifOf = ({ aboutId }: CalendarFeed, prefix: string): string | null =>
  aboutId !== null && prefixOf(aboutId) === prefix ? aboutId : null;

@Resolver(() => CalendarFeed)
export class CalendarFeedResolver {
  constructor(private readonly feeds: CalendarFeedService) {}

  @Query(() => CalendarFeedConnection, {
    nullable: true,
    description:
      "The feeds of one's own, the latest first. Null for whoever is no person of the graph.",
  })
  myCalendarFeeds(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<CalendarFeed> | null> {
    return this.feeds.mine(viewer, args);
  }

  @Mutation(() => NewCalendarFeed, {
    nullable: true,
    description:
      "Makes a private address at which a calendar reads meetings, as one may see them at that moment. Only somebody who is signed in may, for themselves.",
  })
  createCalendarFeed(
    @Arg("input", () => CreateCalendarFeedInput, { description: "Whose meetings." })
    input: CreateCalendarFeedInput,
    @Ctx() context: Context,
  ): Promise<NewCalendarFeed> {
    return this.feeds.create(requireWriter(context), input);
  }

  @Mutation(() => CalendarFeed, {
    nullable: true,
    description: "Ends a feed of one's own, at once. Only somebody who is signed in may.",
  })
  revokeCalendarFeed(
    @Arg("input", () => RevokeCalendarFeedInput, { description: "Which." })
    input: RevokeCalendarFeedInput,
    @Ctx() context: Context,
  ): Promise<CalendarFeed> {
    return this.feeds.revoke(requireWriter(context), input);
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description: "The organisation that it is about. Null where it is about none, or it is hidden.",
  })
  organisation(@Root() feed: CalendarFeed, @Ctx() { loaders }: Context) {
    return ((id) => (id === null ? null : loaders.organisation.load(id)))(ifOf(feed, "org"));
  }

  @FieldResolver(() => WorkingGroupStub, {
    nullable: true,
    description: "The group that it is about. Null where it is about none, or it is hidden.",
  })
  group(@Root() feed: CalendarFeed, @Ctx() { loaders }: Context) {
    return ((id) => (id === null ? null : loaders.workingGroup.load(id)))(ifOf(feed, "grp"));
  }

  @FieldResolver(() => NetworkStub, {
    nullable: true,
    description: "The network that it is about. Null where it is about none, or it is hidden.",
  })
  network(@Root() feed: CalendarFeed, @Ctx() { loaders }: Context) {
    return ((id) => (id === null ? null : loaders.network.load(id)))(ifOf(feed, "net"));
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may revoke it." })
  viewerCanRevoke(@Root() feed: CalendarFeed, @Ctx() { viewer }: Context): boolean {
    return canRevokeFeed(viewer, feed);
  }
}
