import { DateTimeScalar } from "@convene/shared/scalars";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { plusMinutes } from "../wall-clock/wall-clock.value.ts";
import { AgendaItem } from "./agenda-item.entity.ts";
import { findAgendaItem } from "./agenda-item.loaders.ts";

@Resolver(() => Meeting)
class MeetingScheduleResolver {
  @FieldResolver(() => Int, {
    description: "By how many minutes the agenda is longer than the meeting; 0 where it fits.",
  })
  agendaOverrunMinutes(
    @Root() { id, durationMinutes }: Meeting,
    @Ctx() { loaders }: Context,
  ): Promise<number> {
    return loaders.agendaMinutes.load(id).then((minutes) => Math.max(0, minutes - durationMinutes));
  }
}

@Resolver(() => AgendaItem)
class AgendaItemScheduleResolver {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When its turn is, if all before it keep to their time.",
  })
  startsAt(@Root() { id, meetingId }: AgendaItem, @Ctx() { loaders }: Context) {
    return Promise.all([loaders.meeting.load(meetingId), loaders.minutesBefore.load(id)]).then(
      ([meeting, minutes]) => meeting && plusMinutes(meeting.startsAt, minutes),
    );
  }

  @FieldResolver(() => Int, {
    description: "How many of its minutes lie behind the end of the meeting; 0 where it fits.",
  })
  overrunMinutes(
    @Root() { id, meetingId, durationMinutes }: AgendaItem,
    @Ctx() { loaders }: Context,
  ): Promise<number> {
    return Promise.all([loaders.meeting.load(meetingId), loaders.minutesBefore.load(id)]).then(
      ([meeting, minutes]) =>
        Math.min(
          durationMinutes,
          Math.max(0, minutes + durationMinutes - (meeting?.durationMinutes ?? 0)),
        ),
    );
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: "The unfinished item of an earlier meeting that it goes on with.",
  })
  carriedFrom(@Root() { carriedFromId }: AgendaItem, @Ctx() context: Context) {
    return carriedFromId === null ? null : findAgendaItem(carriedFromId, context);
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description:
      "The item of a later meeting that goes on with it. Null: it is finished, or waits.",
  })
  carriedTo(@Root() { id }: AgendaItem, @Ctx() context: Context) {
    return context.loaders.carriedItem
      .load(id)
      .then((item) => item && findAgendaItem(item.id, context));
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "The meeting whose minutes are to be approved, where it is about that.",
  })
  approvesMinutesOf(@Root() { approvesMinutesOfId }: AgendaItem, @Ctx() { loaders }: Context) {
    return approvesMinutesOfId === null ? null : loaders.meeting.load(approvesMinutesOfId);
  }
}

export const agendaScheduleResolvers = () => [
  new MeetingScheduleResolver(),
  new AgendaItemScheduleResolver(),
];
