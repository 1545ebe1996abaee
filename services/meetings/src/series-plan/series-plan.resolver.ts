import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { pageOf } from "@convene/shared/connection/page-of";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { PlannedAttendance } from "./planned-attendance.type.ts";
import { PlanParticipant } from "./plan-participant.type.ts";
import { PlanSeriesInput } from "./series-plan.inputs.ts";
import type { SeriesPlanService } from "./series-plan.service.ts";
import { PlannedMeeting, SeriesPlan } from "./series-plan.type.ts";
import { PlannedAttendanceResolver, PlanParticipantResolver } from "./plan-participant.resolver.ts";

const PlannedMeetingConnection = connectionOf(() => PlannedMeeting, { name: "PlannedMeeting" });
const PlannedAttendanceConnection = connectionOf(() => PlannedAttendance, {
  name: "PlannedAttendance",
});
const PlanParticipantConnection = connectionOf(() => PlanParticipant, { name: "PlanParticipant" });

@Resolver(() => SeriesPlan)
class SeriesPlanResolver {
  constructor(private readonly service: SeriesPlanService) {}

  @Query(() => SeriesPlan, {
    nullable: true,
    description:
      "Proposes times for a group's meetings that are fair to all who sit in it, or says what stands in the way. Nothing is made or sent. For co-leads of the group, and the secretariat of its network; null for all others.",
  })
  planSeries(
    @Arg("input", () => PlanSeriesInput, { description: "Which meetings, and what must hold." })
    input: PlanSeriesInput,
    @Ctx() { viewer }: Context,
  ): Promise<SeriesPlan | null> {
    return this.service.plan(viewer, input);
  }

  @FieldResolver(() => PlannedMeetingConnection, {
    nullable: true,
    description: "The proposed times, soonest first. None where there are conflicts.",
  })
  meetings(
    @Root() { meetings }: SeriesPlan,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Connection<PlannedMeeting> {
    return pageOf(meetings, args);
  }

  @FieldResolver(() => PlanParticipantConnection, {
    nullable: true,
    description:
      "Who is planned for, with the ledger of what meetings cost them. Who is hidden from the viewer, or sits for a hidden organisation, is planned for as well, and neither named nor counted.",
  })
  participants(
    @Root() { participants }: SeriesPlan,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Connection<PlanParticipant> {
    return pageOf(participants, args);
  }
}

@Resolver(() => PlannedMeeting)
class PlannedMeetingResolver {
  @FieldResolver(() => PlannedAttendanceConnection, {
    nullable: true,
    description: "What it is to each of the plan's `participants`.",
  })
  attendance(
    @Root() { attendance }: PlannedMeeting,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Connection<PlannedAttendance> {
    return pageOf(attendance, args);
  }
}

/** All that tell of a plan. */
export const seriesPlanResolvers = (service: SeriesPlanService) => [
  new SeriesPlanResolver(service),
  new PlannedMeetingResolver(),
  new PlanParticipantResolver(),
  new PlannedAttendanceResolver(),
];
