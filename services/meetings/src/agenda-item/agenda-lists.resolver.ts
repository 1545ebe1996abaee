import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { InputCallStub } from "../input-call/input-call.stub.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PracticeStub } from "../practice/practice.stub.ts";
import type { AgendaItem } from "./agenda-item.entity.ts";
import { AgendaItemConnection } from "./agenda-item.resolver.ts";

@Resolver(() => Meeting)
export class MeetingAgendaResolver {
  @FieldResolver(() => AgendaItemConnection, {
    nullable: true,
    description: "What the meeting is about, in order.",
  })
  agenda(
    @Root() { id }: Meeting,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AgendaItem>> {
    return loaders.agendaOfMeeting.load(id, args);
  }

  @FieldResolver(() => Int, {
    description: "The time that all agenda items take together, in minutes.",
  })
  agendaMinutes(@Root() { id }: Meeting, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.agendaMinutes.load(id);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether all agenda items together take no longer than the meeting lasts.",
  })
  async agendaFits(@Root() meeting: Meeting, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.agendaMinutes.load(meeting.id)) <= meeting.durationMinutes;
  }
}

@Resolver(() => OrganisationStub)
export class OrganisationAgendaItemsResolver {
  @FieldResolver(() => AgendaItemConnection, {
    nullable: true,
    description:
      "What the organisation presents, or has presented, at meetings that the viewer may see; those of the latest meeting first.",
  })
  agendaItems(
    @Root() { id }: OrganisationStub,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AgendaItem>> {
    return loaders.agendaItemsOfOrganisation.load(id, args);
  }
}

@Resolver(() => PracticeStub)
export class PracticeAgendaItemsResolver {
  @FieldResolver(() => AgendaItemConnection, {
    nullable: true,
    description:
      "Where meetings that the viewer may see are about the practice; those of the latest meeting first. Null, before it is published, for all but the people of its implementers, and administrators.",
  })
  agendaItems(
    @Root() { id }: PracticeStub,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AgendaItem>> {
    return loaders.agendaItemsOfPractice.load(id, args);
  }
}

@Resolver(() => InputCallStub)
export class InputCallAgendaItemsResolver {
  @FieldResolver(() => AgendaItemConnection, {
    nullable: true,
    description:
      "Where meetings that the viewer may see are about what it asks, or about its answers; those of the latest meeting first.",
  })
  agendaItems(
    @Root() { id }: InputCallStub,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AgendaItem>> {
    return loaders.agendaItemsOfCall.load(id, args);
  }
}
