import { Personal } from "@convene/shared/audit/personal";
import { ConnectionArgs } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { findAgendaItem } from "../agenda-item/agenda-item.loaders.ts";
import { CommitmentChangeConnection } from "../commitment/commitment-change.resolver.ts";
import {
  canEditCommitment,
  carriedBy,
  organisationOf,
  personOf,
  shownCommitment,
} from "../commitment/commitment.loaders.ts";
import { isOwner } from "../commitment/commitment.policy.ts";
import type { CommitmentService } from "../commitment/commitment.service.ts";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PersonStub } from "../person/person.stub.ts";
import { Decision } from "./decision.entity.ts";
import { RecordDecisionInput, UpdateDecisionInput } from "./decision.inputs.ts";

@Resolver(() => Decision)
export class DecisionResolver {
  constructor(private readonly decisions: CommitmentService<Decision>) {}

  @Query(() => Decision, {
    nullable: true,
    description: "One decision. Null when it is missing, or hidden from the viewer.",
  })
  decision(
    @Arg("id", () => ID, { description: "A TypeID, `dec_…`." }) id: string,
    @Ctx() context: Context,
  ): Promise<Decision | null> {
    return context.loaders.decision.load(id).then((row) => shownCommitment(row, context));
  }

  @Mutation(() => Decision, {
    nullable: true,
    description:
      "Records a decision of a meeting. For those who convene it, and the members of the group or network.",
  })
  recordDecision(
    @Arg("input", () => RecordDecisionInput, { description: "What was agreed." })
    input: RecordDecisionInput,
    @Ctx() context: Context,
  ): Promise<Decision> {
    return this.decisions.record(requireWriter(context), input);
  }

  @Mutation(() => Decision, {
    nullable: true,
    description:
      "Changes a decision. For those who may record one; whoever is to carry it says how far it is.",
  })
  updateDecision(
    @Arg("input", () => UpdateDecisionInput, { description: "What changes." })
    input: UpdateDecisionInput,
    @Ctx() context: Context,
  ): Promise<Decision> {
    return this.decisions.update(requireWriter(context), input);
  }

  @FieldResolver(() => Meeting, { nullable: true, description: "The meeting that agreed it." })
  meeting(@Root() { meetingId }: Decision, @Ctx() { loaders }: Context) {
    return loaders.meeting.load(meetingId);
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: "The agenda item. Null where it concerns the meeting as a whole.",
  })
  agendaItem(@Root() { itemId }: Decision, @Ctx() context: Context) {
    return itemId === null ? null : findAgendaItem(itemId, context);
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description:
      "The organisation that carries it. Null where none was named, it is gone or hidden, and under the Chatham House Rule.",
  })
  organisation(@Root() row: Decision, @Ctx() { loaders }: Context) {
    return organisationOf(row, loaders);
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who sees to it. Null where nobody was named, the person is gone or hidden, and under the Chatham House Rule.",
  })
  @Personal(carriedBy)
  person(@Root() row: Decision, @Ctx() { loaders }: Context) {
    return personOf(row, loaders);
  }

  @FieldResolver(() => CommitmentChangeConnection, {
    nullable: true,
    description: "Every state that it came into, the last first.",
  })
  history(
    @Root() { id }: Decision,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.changesOfCommitment.load(id, args);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the viewer, or an organisation for which they act, is to carry it; said also under the Chatham House Rule.",
  })
  viewerIsOwner(@Root() row: Decision, @Ctx() { viewer }: Context): boolean {
    return isOwner(viewer, row);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may say how far it is." })
  viewerCanEdit(@Root() row: Decision, @Ctx() context: Context): Promise<boolean> {
    return canEditCommitment(row, context);
  }
}
