import { ConnectionArgs, connectionOf } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { Decision } from "./decision.entity.ts";

export const DecisionConnection = connectionOf(() => Decision, { name: "Decision" });

@Resolver(() => Meeting)
export class MeetingDecisionsResolver {
  @FieldResolver(() => DecisionConnection, {
    nullable: true,
    description: "Its decisions, as they were recorded. Null for all who do not sit there.",
  })
  decisions(
    @Root() meeting: Meeting,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ) {
    return canReadMinutes(viewer, meeting)
      ? loaders.decisionsOfMeeting.load(meeting.id, args)
      : null;
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemDecisionsResolver {
  @FieldResolver(() => DecisionConnection, {
    nullable: true,
    description: "The decisions that came of it. Null for all who do not sit there.",
  })
  decisions(
    @Root() { id, meetingId }: AgendaItem,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ) {
    return loaders.meeting
      .load(meetingId)
      .then((meeting) =>
        meeting && canReadMinutes(viewer, meeting) ? loaders.decisionsOfItem.load(id, args) : null,
      );
  }
}
