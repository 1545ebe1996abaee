import type { Connection } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Action } from "../action/action.entity.ts";
import { ActionConnection } from "../action/action-lists.resolver.ts";
import type { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { AgendaItemConnection } from "../agenda-item/agenda-item.resolver.ts";
import type { Context } from "../context.ts";
import type { Decision } from "../decision/decision.entity.ts";
import { DecisionConnection } from "../decision/decision-lists.resolver.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { SeriesSearchArgs } from "./series-search.inputs.ts";

@Resolver(() => MeetingSeries)
export class SeriesSearchResolver {
  @FieldResolver(() => AgendaItemConnection, {
    nullable: true,
    description:
      "Agenda items of all its meetings, found by their titles, minutes, decisions and actions; those of the latest meeting first. Null for all who do not sit there.",
  })
  items(
    @Root() series: MeetingSeries,
    @Args(() => SeriesSearchArgs) args: SeriesSearchArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Connection<AgendaItem>> | null {
    return canReadMinutes(viewer, series)
      ? loaders.itemsOfSeries(args.search).load(series.id, args)
      : null;
  }

  @FieldResolver(() => DecisionConnection, {
    nullable: true,
    description:
      "Decisions of all its meetings, found by their words, also those of no agenda item; those of the latest meeting first. Null for all who do not sit there.",
  })
  decisions(
    @Root() series: MeetingSeries,
    @Args(() => SeriesSearchArgs) args: SeriesSearchArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Connection<Decision>> | null {
    return canReadMinutes(viewer, series)
      ? loaders.decisionsOfSeries(args.search).load(series.id, args)
      : null;
  }

  @FieldResolver(() => ActionConnection, {
    nullable: true,
    description:
      "Actions of all its meetings, found by their words, also those of no agenda item; those of the latest meeting first. Null for all who do not sit there.",
  })
  actions(
    @Root() series: MeetingSeries,
    @Args(() => SeriesSearchArgs) args: SeriesSearchArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Connection<Action>> | null {
    return canReadMinutes(viewer, series)
      ? loaders.actionsOfSeries(args.search).load(series.id, args)
      : null;
  }
}
