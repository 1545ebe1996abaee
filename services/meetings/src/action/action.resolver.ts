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
import { Action } from "./action.entity.ts";
import { RecordActionInput, UpdateActionInput } from "./action.inputs.ts";

@Resolver(() => Action)
export class ActionResolver {
  constructor(private readonly actions: CommitmentService<Action>) {}

  @Query(() => Action, {
    nullable: true,
    description: "One action. Null when it is missing, or hidden from the viewer.",
  })
  action(
    @Arg("id", () => ID, { description: "A TypeID, `act_…`." }) id: string,
    @Ctx() context: Context,
  ): Promise<Action | null> {
    return context.loaders.action.load(id).then((row) => shownCommitment(row, context));
  }

  @Mutation(() => Action, {
    nullable: true,
    description:
      "Records an action of a meeting. For those who convene it, and the members of the group or network.",
  })
  recordAction(
    @Arg("input", () => RecordActionInput, { description: "What was agreed." })
    input: RecordActionInput,
    @Ctx() context: Context,
  ): Promise<Action> {
    return this.actions.record(requireWriter(context), input);
  }

  @Mutation(() => Action, {
    nullable: true,
    description:
      "Changes an action. For those who may record one; whoever is to carry it says how far it is.",
  })
  updateAction(
    @Arg("input", () => UpdateActionInput, { description: "What changes." })
    input: UpdateActionInput,
    @Ctx() context: Context,
  ): Promise<Action> {
    return this.actions.update(requireWriter(context), input);
  }

  @FieldResolver(() => Meeting, { nullable: true, description: "The meeting that agreed it." })
  meeting(@Root() { meetingId }: Action, @Ctx() { loaders }: Context) {
    return loaders.meeting.load(meetingId);
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: "The agenda item. Null where it concerns the meeting as a whole.",
  })
  agendaItem(@Root() { itemId }: Action, @Ctx() context: Context) {
    return itemId === null ? null : findAgendaItem(itemId, context);
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description:
      "The organisation that carries it. Null where none was named, it is gone or hidden, and under the Chatham House Rule.",
  })
  organisation(@Root() row: Action, @Ctx() { loaders }: Context) {
    return organisationOf(row, loaders);
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who sees to it. Null where nobody was named, the person is gone or hidden, and under the Chatham House Rule.",
  })
  @Personal(carriedBy)
  person(@Root() row: Action, @Ctx() { loaders }: Context) {
    return personOf(row, loaders);
  }

  @FieldResolver(() => CommitmentChangeConnection, {
    nullable: true,
    description: "Every state that it came into, the last first.",
  })
  history(
    @Root() { id }: Action,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.changesOfCommitment.load(id, args);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the viewer, or an organisation for which they act, is to carry it; said also under the Chatham House Rule.",
  })
  viewerIsOwner(@Root() row: Action, @Ctx() { viewer }: Context): boolean {
    return isOwner(viewer, row);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may say how far it is." })
  viewerCanEdit(@Root() row: Action, @Ctx() context: Context): Promise<boolean> {
    return canEditCommitment(row, context);
  }
}
