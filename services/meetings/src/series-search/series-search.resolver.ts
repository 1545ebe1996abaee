import type { Connection } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { AgendaItemConnection } from "../agenda-item/agenda-item.resolver.ts";
import type { Context } from "../context.ts";
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
}
