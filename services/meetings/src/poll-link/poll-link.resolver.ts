import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { canConvene } from "../convener/convener.policy.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { PollLink } from "./poll-link.entity.ts";
import { CreatePollLinkInput, RevokePollLinkInput } from "./poll-link.inputs.ts";
import type { PollLinkService } from "./poll-link.service.ts";

const PollLinkConnection = connectionOf(() => PollLink, { name: "PollLink" });

@Resolver(() => PollLink)
export class PollLinkResolver {
  constructor(private readonly service: PollLinkService) {}

  @Mutation(() => PollLink, {
    nullable: true,
    description:
      "Makes a personal link, by which one of the invited answers without an account. For co-leads of the group and the secretariat of its network, who hand it on; and for who is asked or fills the seat: theirs is filled in by their saved hours.",
  })
  createPollLink(
    @Arg("input", () => CreatePollLinkInput, { description: "For whom, and until when." })
    input: CreatePollLinkInput,
    @Ctx() context: Context,
  ): Promise<PollLink> {
    return this.service.create(requireWriter(context), input);
  }

  @Mutation(() => PollLink, {
    nullable: true,
    description:
      "Lets a link open nothing any more; what was answered by it stands. For co-leads of the group, the secretariat of its network, and whose it is.",
  })
  revokePollLink(
    @Arg("input", () => RevokePollLinkInput, { description: "Which." }) input: RevokePollLinkInput,
    @Ctx() context: Context,
  ): Promise<PollLink> {
    return this.service.revoke(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may revoke it: whoever is shown it may.",
  })
  viewerCanRevoke(@Root() { revokedAt }: PollLink): boolean {
    return revokedAt === null;
  }
}

@Resolver(() => PollInvitation)
export class PollInvitationLinksResolver {
  @FieldResolver(() => PollLinkConnection, {
    nullable: true,
    description: "Links that were made for them. Null for all who do not convene the group.",
  })
  links(
    @Root() { id, pollId }: PollInvitation,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<Connection<PollLink> | null> {
    return loaders.poll
      .load(pollId)
      .then((poll) =>
        poll && canConvene(viewer, poll) ? loaders.linksOfInvitation.load(id, args) : null,
      );
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether somebody who answers for them can be written to, by an account or a mail address: else hand a link on. Null for all who do not convene the group.",
  })
  isReached(
    @Root() invitation: PollInvitation,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<boolean | null> {
    return loaders.poll
      .load(invitation.pollId)
      .then((poll) =>
        poll && canConvene(viewer, poll) ? loaders.reachedInvitation.load(invitation) : null,
      );
  }
}
