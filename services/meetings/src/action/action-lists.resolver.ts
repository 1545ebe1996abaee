import { ConnectionArgs, connectionOf } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { Action } from "./action.entity.ts";

export const ActionConnection = connectionOf(() => Action, { name: "Action" });

@Resolver(() => Meeting)
export class MeetingActionsResolver {
  @FieldResolver(() => ActionConnection, {
    nullable: true,
    description: "Its actions, as they were recorded. Null for all who do not sit there.",
  })
  actions(
    @Root() meeting: Meeting,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ) {
    return canReadMinutes(viewer, meeting) ? loaders.actionsOfMeeting.load(meeting.id, args) : null;
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemActionsResolver {
  @FieldResolver(() => ActionConnection, {
    nullable: true,
    description: "The actions that came of it. Null for all who do not sit there.",
  })
  actions(
    @Root() { id, meetingId }: AgendaItem,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ) {
    return loaders.meeting
      .load(meetingId)
      .then((meeting) =>
        meeting && canReadMinutes(viewer, meeting) ? loaders.actionsOfItem.load(id, args) : null,
      );
  }
}
