import { Personal, whoIsNamed } from "@convene/shared/audit/personal";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { findAgendaItem } from "../agenda-item/agenda-item.loaders.ts";
import type { Context } from "../context.ts";
import { InputCallStub } from "../input-call/input-call.stub.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { ObjectiveStub } from "../objective/objective.stub.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PersonStub } from "../person/person.stub.ts";
import { PracticeStub } from "../practice/practice.stub.ts";
import { AgendaProposal } from "./agenda-proposal.entity.ts";
import {
  ProposeAgendaItemInput,
  UpdateAgendaProposalInput,
  WithdrawAgendaProposalInput,
} from "./agenda-proposal.inputs.ts";
import { isConfidential, placeOf, shownProposal } from "./agenda-proposal.loaders.ts";
import { canDecide, isProposed, isProposer, isWaiting } from "./agenda-proposal.policy.ts";
import type { AgendaProposalService } from "./agenda-proposal.service.ts";

const RULE = "Null where they are gone or hidden, and under the Chatham House Rule.";

@Resolver(() => AgendaProposal)
export class AgendaProposalResolver {
  constructor(private readonly proposals: AgendaProposalService) {}

  @Query(() => AgendaProposal, {
    nullable: true,
    description: "One proposal. Null when it is missing, and for all who do not sit there.",
  })
  async agendaProposal(
    @Arg("id", () => ID, { description: "A TypeID, `agp_…`." }) id: string,
    @Ctx() context: Context,
  ): Promise<AgendaProposal | null> {
    return shownProposal(await context.loaders.agendaProposal.load(id), context);
  }

  @Mutation(() => AgendaProposal, {
    nullable: true,
    description:
      "Proposes what a meeting, or one of a series, is to be about. For those who convene it, and the members of the group or network.",
  })
  proposeAgendaItem(
    @Arg("input", () => ProposeAgendaItemInput, { description: "What, and where." })
    input: ProposeAgendaItemInput,
    @Ctx() context: Context,
  ): Promise<AgendaProposal> {
    return this.proposals.propose(requireWriter(context), input);
  }

  @Mutation(() => AgendaProposal, {
    nullable: true,
    description: "Changes a proposal until it is decided. For whoever has proposed it.",
  })
  updateAgendaProposal(
    @Arg("input", () => UpdateAgendaProposalInput, { description: "What changes." })
    input: UpdateAgendaProposalInput,
    @Ctx() context: Context,
  ): Promise<AgendaProposal> {
    return this.proposals.update(requireWriter(context), input);
  }

  @Mutation(() => AgendaProposal, {
    nullable: true,
    description: "Takes a proposal back until it is on an agenda. For whoever has proposed it.",
  })
  withdrawAgendaProposal(
    @Arg("input", () => WithdrawAgendaProposalInput, { description: "Which." })
    input: WithdrawAgendaProposalInput,
    @Ctx() context: Context,
  ): Promise<AgendaProposal> {
    return this.proposals.withdraw(requireWriter(context), input);
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "For which it was proposed, or which has left it over. Null: any of the series.",
  })
  meeting(@Root() { meetingId }: AgendaProposal, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.meeting, meetingId);
  }

  @FieldResolver(() => MeetingSeries, {
    nullable: true,
    description: "The series. Null of a meeting of no series.",
  })
  series(@Root() { seriesId }: AgendaProposal, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.meetingSeries, seriesId);
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description: `Who has proposed it. Null of what was left over. ${RULE}`,
  })
  @Personal(whoIsNamed)
  proposer(@Root() proposal: AgendaProposal, @Ctx() { loaders }: Context) {
    return isConfidential(proposal, loaders).then((isRuled) =>
      isRuled ? null : loadMaybe(loaders.person, proposal.proposerId),
    );
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description: `On whose behalf it was proposed. ${RULE}`,
  })
  organisation(@Root() proposal: AgendaProposal, @Ctx() { loaders }: Context) {
    return isConfidential(proposal, loaders).then((isRuled) =>
      isRuled ? null : loadMaybe(loaders.organisation, proposal.organisationId),
    );
  }

  @FieldResolver(() => ObjectiveStub, {
    nullable: true,
    description: "The objective of the Compact that it is about.",
  })
  objective(@Root() { objectiveNumber }: AgendaProposal) {
    return objectiveNumber === null ? null : { number: objectiveNumber };
  }

  @FieldResolver(() => PracticeStub, {
    nullable: true,
    description: "The practice that it is about. Null where it is gone or hidden.",
  })
  practice(@Root() { practiceId }: AgendaProposal, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.practice, practiceId);
  }

  @FieldResolver(() => InputCallStub, {
    nullable: true,
    description:
      "The consultation that it is about, a call for input. Null where it is gone or hidden.",
  })
  consultation(@Root() { consultationId }: AgendaProposal, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.inputCall, consultationId);
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: "The agenda item that it has become. Null while it is none.",
  })
  agendaItem(@Root() { itemId }: AgendaProposal, @Ctx() context: Context) {
    return itemId === null ? null : findAgendaItem(itemId, context);
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: "The unfinished item that it goes on with.",
  })
  carriedFrom(@Root() { carriedFromId }: AgendaProposal, @Ctx() context: Context) {
    return carriedFromId === null ? null : findAgendaItem(carriedFromId, context);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer has proposed it." })
  viewerIsProposer(@Root() proposal: AgendaProposal, @Ctx() { viewer }: Context): boolean {
    return isProposer(viewer, proposal);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change it." })
  viewerCanEdit(@Root() proposal: AgendaProposal, @Ctx() { viewer }: Context): boolean {
    return isProposer(viewer, proposal) && isProposed(proposal);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may take it back." })
  viewerCanWithdraw(@Root() proposal: AgendaProposal, @Ctx() { viewer }: Context): boolean {
    return isProposer(viewer, proposal) && isWaiting(proposal);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may accept, decline or postpone it.",
  })
  viewerCanDecide(
    @Root() proposal: AgendaProposal,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<boolean> {
    return placeOf(proposal, loaders).then(
      (place) => place !== null && isWaiting(proposal) && canDecide(viewer, place),
    );
  }
}
