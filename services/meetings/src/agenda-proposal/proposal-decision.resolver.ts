import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import type { Context } from "../context.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { AgendaProposal } from "./agenda-proposal.entity.ts";
import {
  AcceptAgendaProposalInput,
  DeclineAgendaProposalInput,
  PostponeAgendaItemInput,
  PostponeAgendaProposalInput,
} from "./agenda-proposal.inputs.ts";
import { shownProposal } from "./agenda-proposal.loaders.ts";
import { canPropose } from "./agenda-proposal.policy.ts";
import { AgendaProposalResolver } from "./agenda-proposal.resolver.ts";
import { type AgendaProposalParts, AgendaProposalService } from "./agenda-proposal.service.ts";
import { ProposalDecisionService } from "./proposal-decision.service.ts";

const AgendaProposalConnection = connectionOf(() => AgendaProposal, { name: "AgendaProposal" });

const CONVENERS = "For co-leads of the group, and the secretariat of the network.";
const SEATED = "Null for all who do not sit there.";
const CAN = "Whether the viewer may propose what it is to be about.";

@Resolver(() => AgendaProposal)
class ProposalDecisionResolver {
  constructor(private readonly decisions: ProposalDecisionService) {}

  @Mutation(() => AgendaProposal, {
    nullable: true,
    description: `Puts a proposal, or what is in the backlog, on an agenda. ${CONVENERS}`,
  })
  acceptAgendaProposal(
    @Arg("input", () => AcceptAgendaProposalInput, { description: "Which, where, how long." })
    input: AcceptAgendaProposalInput,
    @Ctx() context: Context,
  ): Promise<AgendaProposal> {
    return this.decisions.accept(requireWriter(context), input);
  }

  @Mutation(() => AgendaProposal, {
    nullable: true,
    description: `Declines a proposal, or takes something out of the backlog. ${CONVENERS}`,
  })
  declineAgendaProposal(
    @Arg("input", () => DeclineAgendaProposalInput, { description: "Which, and why." })
    input: DeclineAgendaProposalInput,
    @Ctx() context: Context,
  ): Promise<AgendaProposal> {
    return this.decisions.decline(requireWriter(context), input);
  }

  @Mutation(() => AgendaProposal, {
    nullable: true,
    description: `Moves a proposal into the backlog of its series. ${CONVENERS}`,
  })
  postponeAgendaProposal(
    @Arg("input", () => PostponeAgendaProposalInput, { description: "Which." })
    input: PostponeAgendaProposalInput,
    @Ctx() context: Context,
  ): Promise<AgendaProposal> {
    return this.decisions.postpone(requireWriter(context), input);
  }

  @Mutation(() => AgendaProposal, {
    nullable: true,
    description: `Lets an item that is not finished wait in the backlog of its series, instead of going on to the next meeting. ${CONVENERS}`,
  })
  postponeAgendaItem(
    @Arg("input", () => PostponeAgendaItemInput, { description: "Which." })
    input: PostponeAgendaItemInput,
    @Ctx() context: Context,
  ): Promise<AgendaProposal> {
    return this.decisions.postponeItem(requireWriter(context), input);
  }
}

@Resolver(() => Meeting)
class MeetingProposalsResolver {
  @FieldResolver(() => AgendaProposalConnection, {
    nullable: true,
    description: `What was proposed for it, or left over by it, in whatever state; the first first. ${SEATED}`,
  })
  agendaProposals(
    @Root() meeting: Meeting,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Connection<AgendaProposal>> | null {
    return canReadMinutes(viewer, meeting)
      ? loaders.proposalsOfMeeting.load(meeting.id, args)
      : null;
  }

  @FieldResolver(() => Boolean, { description: CAN })
  viewerCanPropose(@Root() meeting: Meeting, @Ctx() { viewer }: Context): boolean {
    return canPropose(viewer, meeting);
  }
}

@Resolver(() => MeetingSeries)
class SeriesProposalsResolver {
  @FieldResolver(() => AgendaProposalConnection, {
    nullable: true,
    description: `What was proposed for it or any of its meetings, in whatever state; the last first. ${SEATED}`,
  })
  agendaProposals(
    @Root() series: MeetingSeries,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Connection<AgendaProposal>> | null {
    return canReadMinutes(viewer, series) ? loaders.proposalsOfSeries.load(series.id, args) : null;
  }

  @FieldResolver(() => AgendaProposalConnection, {
    nullable: true,
    description: `What waits for one of its next meetings, the first first. ${SEATED}`,
  })
  agendaBacklog(
    @Root() series: MeetingSeries,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Connection<AgendaProposal>> | null {
    return canReadMinutes(viewer, series) ? loaders.backlogOfSeries.load(series.id, args) : null;
  }

  @FieldResolver(() => Boolean, { description: CAN })
  viewerCanPropose(@Root() series: MeetingSeries, @Ctx() { viewer }: Context): boolean {
    return canPropose(viewer, series);
  }
}

@Resolver(() => AgendaItem)
class ItemProposalResolver {
  @FieldResolver(() => AgendaProposal, {
    nullable: true,
    description: `The proposal that it comes from. ${SEATED}`,
  })
  proposal(@Root() { id }: AgendaItem, @Ctx() context: Context) {
    return context.loaders.proposalOfItem
      .load(id)
      .then((proposal) => shownProposal(proposal, context));
  }

  @FieldResolver(() => AgendaProposal, {
    nullable: true,
    description: `What of it waits, or has waited, in the backlog of the series. ${SEATED}`,
  })
  postponedTo(@Root() { id }: AgendaItem, @Ctx() context: Context) {
    return context.loaders.backlogOfItem
      .load(id)
      .then((proposal) => shownProposal(proposal, context));
  }
}

export const agendaProposalResolvers = (parts: AgendaProposalParts) => [
  new AgendaProposalResolver(new AgendaProposalService(parts)),
  new ProposalDecisionResolver(new ProposalDecisionService(parts.transactions)),
  new MeetingProposalsResolver(),
  new SeriesProposalsResolver(),
  new ItemProposalResolver(),
];
