import { ConnectionArgs, connectionOf } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { ActionConnection } from "../action/action-lists.resolver.ts";
import { Action } from "../action/action.entity.ts";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { ActionCarry } from "./action-carry.entity.ts";
import { SetAgendaItemOutcomeInput } from "./carry-over.inputs.ts";
import type { OutcomeService } from "./outcome.service.ts";

const ActionCarryConnection = connectionOf(() => ActionCarry, { name: "ActionCarry" });

@Resolver(() => AgendaItem)
class OutcomeResolver {
  constructor(private readonly outcomes: OutcomeService) {}

  @Mutation(() => AgendaItem, {
    nullable: true,
    description:
      "Says what became of an agenda item, until the meeting is concluded. For those who convene the meeting, and the members of the group or network.",
  })
  setAgendaItemOutcome(
    @Arg("input", () => SetAgendaItemOutcomeInput, { description: "Which, and what." })
    input: SetAgendaItemOutcomeInput,
    @Ctx() context: Context,
  ): Promise<AgendaItem> {
    return this.outcomes.set(requireWriter(context), input);
  }
}

@Resolver(() => Meeting)
class MeetingActionLogResolver {
  @FieldResolver(() => ActionConnection, {
    nullable: true,
    description:
      "The actions of earlier meetings that were open when the last one ended, however far they are now. Null for all who do not sit there.",
  })
  actionLog(
    @Root() meeting: Meeting,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ) {
    return canReadMinutes(viewer, meeting) ? loaders.actionLog.load(meeting.id, args) : null;
  }
}

@Resolver(() => Action)
class ActionCarriesResolver {
  @FieldResolver(() => ActionCarryConnection, {
    nullable: true,
    description: "From which meeting to which it went on, the first first.",
  })
  carriedOver(
    @Root() { id }: Action,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.carriesOfAction.load(id, args);
  }
}

@Resolver(() => ActionCarry)
class ActionCarryResolver {
  @FieldResolver(() => Meeting, { nullable: true, description: "The meeting that ended." })
  carriedFrom(@Root() { fromMeetingId }: ActionCarry, @Ctx() { loaders }: Context) {
    return loaders.meeting.load(fromMeetingId);
  }

  @FieldResolver(() => Meeting, { nullable: true, description: "The next meeting." })
  carriedTo(@Root() { toMeetingId }: ActionCarry, @Ctx() { loaders }: Context) {
    return loaders.meeting.load(toMeetingId);
  }
}

export const carryOverResolvers = (outcomes: OutcomeService) => [
  new OutcomeResolver(outcomes),
  new MeetingActionLogResolver(),
  new ActionCarriesResolver(),
  new ActionCarryResolver(),
];
