import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { AgendaProposal } from "../agenda-proposal/agenda-proposal.entity.ts";
import type { Context } from "../context.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { Paper } from "./paper.entity.ts";

const PaperConnection = connectionOf(() => Paper, { name: "Paper" });

@Resolver(() => AgendaItem)
class AgendaItemPapersResolver {
  @FieldResolver(() => PaperConnection, {
    nullable: true,
    description: "What is to be read before it. Null for all who do not sit there.",
  })
  papers(
    @Root() { id, meetingId }: AgendaItem,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Connection<Paper> | null> {
    return loaders.meeting
      .load(meetingId)
      .then((meeting) =>
        meeting && canReadMinutes(viewer, meeting) ? loaders.papersOfItem.load(id, args) : null,
      );
  }
}

@Resolver(() => AgendaProposal)
class AgendaProposalPapersResolver {
  @FieldResolver(() => PaperConnection, {
    nullable: true,
    description: "What was sent with it; once it is accepted, these are papers of the item.",
  })
  papers(
    @Root() { id }: AgendaProposal,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Paper>> {
    return loaders.papersOfProposal.load(id, args);
  }
}

export const paperListResolvers = () => [
  new AgendaItemPapersResolver(),
  new AgendaProposalPapersResolver(),
];
