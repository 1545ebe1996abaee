import { connectionOf } from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { ofItem, unlessRuled } from "../confidence/confidence.loaders.ts";
import type { Context } from "../context.ts";
import { canConvene } from "../convener/convener.policy.ts";
import { InputCallStub } from "../input-call/input-call.stub.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { ObjectiveStub } from "../objective/objective.stub.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PracticeStub } from "../practice/practice.stub.ts";
import { AgendaItem } from "./agenda-item.entity.ts";
import {
  AddAgendaItemInput,
  MoveAgendaItemInput,
  RemoveAgendaItemInput,
  UpdateAgendaItemInput,
} from "./agenda-item.inputs.ts";
import { findAgendaItem } from "./agenda-item.loaders.ts";
import type { AgendaItemService } from "./agenda-item.service.ts";

export const AgendaItemConnection = connectionOf(() => AgendaItem, { name: "AgendaItem" });
const EDITORS = "For co-leads of the group, and the secretariat of the network.";

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  constructor(private readonly items: AgendaItemService) {}

  @Query(() => AgendaItem, {
    nullable: true,
    description: "One agenda item. Null when it is missing, or hidden from the viewer.",
  })
  agendaItem(
    @Arg("id", () => ID, { description: "A TypeID, `agi_…`." }) id: string,
    @Ctx() context: Context,
  ): Promise<AgendaItem | null> {
    return findAgendaItem(id, context);
  }

  @Mutation(() => AgendaItem, {
    nullable: true,
    description: `Puts a point on a meeting's agenda. ${EDITORS}`,
  })
  addAgendaItem(
    @Arg("input", () => AddAgendaItemInput, { description: "What the item is." })
    input: AddAgendaItemInput,
    @Ctx() context: Context,
  ): Promise<AgendaItem> {
    return this.items.add(requireWriter(context), input);
  }

  @Mutation(() => AgendaItem, {
    nullable: true,
    description: `Changes an agenda item. ${EDITORS}`,
  })
  updateAgendaItem(
    @Arg("input", () => UpdateAgendaItemInput, { description: "What changes." })
    input: UpdateAgendaItemInput,
    @Ctx() context: Context,
  ): Promise<AgendaItem> {
    return this.items.update(requireWriter(context), input);
  }

  @Mutation(() => AgendaItem, {
    nullable: true,
    description: `Moves an item within its agenda. ${EDITORS}`,
  })
  moveAgendaItem(
    @Arg("input", () => MoveAgendaItemInput, { description: "Which, and where to." })
    input: MoveAgendaItemInput,
    @Ctx() context: Context,
  ): Promise<AgendaItem> {
    return this.items.move(requireWriter(context), input);
  }

  @Mutation(() => AgendaItem, {
    nullable: true,
    description: `Takes an item off its agenda, and answers it as it was. ${EDITORS}`,
  })
  removeAgendaItem(
    @Arg("input", () => RemoveAgendaItemInput, { description: "Which item." })
    input: RemoveAgendaItemInput,
    @Ctx() context: Context,
  ): Promise<AgendaItem> {
    return this.items.remove(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may change, move and remove it.",
  })
  viewerCanEdit(
    @Root() { meetingId }: AgendaItem,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<boolean> {
    return loaders.meeting
      .load(meetingId)
      .then((meeting) => meeting !== null && canConvene(viewer, meeting));
  }

  @FieldResolver(() => Meeting, { nullable: true, description: "The meeting." })
  meeting(@Root() { meetingId }: AgendaItem, @Ctx() { loaders }: Context) {
    return loaders.meeting.load(meetingId);
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description:
      "The organisation that presents it. Null where it is gone or hidden, and under the Chatham House Rule.",
  })
  presenter(@Root() item: AgendaItem, @Ctx() { loaders }: Context) {
    return unlessRuled(ofItem(item), loaders, () =>
      loadMaybe(loaders.organisation, item.presenterId),
    );
  }

  @FieldResolver(() => ObjectiveStub, {
    nullable: true,
    description: "The objective of the Compact that it is about.",
  })
  objective(@Root() { objectiveNumber }: AgendaItem) {
    return objectiveNumber === null ? null : { number: objectiveNumber };
  }

  @FieldResolver(() => PracticeStub, {
    nullable: true,
    description: "The practice that it is about. Null where it is gone or hidden.",
  })
  practice(@Root() { practiceId }: AgendaItem, @Ctx() { loaders }: Context) {
    return practiceId === null ? null : loaders.practice.load(practiceId);
  }

  @FieldResolver(() => InputCallStub, {
    nullable: true,
    description:
      "The consultation that it is about, a call for input. Null for all but those whom the call asks, and where it is gone.",
  })
  consultation(@Root() { consultationId }: AgendaItem, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.inputCall, consultationId);
  }
}
