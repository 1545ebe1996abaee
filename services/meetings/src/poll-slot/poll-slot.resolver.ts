import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { LocalDateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Poll } from "../poll/poll.entity.ts";
import { localAt } from "../wall-clock/wall-clock.value.ts";
import { PollSlot } from "./poll-slot.entity.ts";

const PollSlotConnection = connectionOf(() => PollSlot, { name: "PollSlot" });

@Resolver(() => Poll)
export class PollSlotsResolver {
  @FieldResolver(() => PollSlotConnection, {
    nullable: true,
    description: "The times, soonest first, whatever was answered.",
  })
  slots(
    @Root() { id }: Poll,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PollSlot>> {
    return loaders.slotsOfPoll.load(id, args);
  }
}

@Resolver(() => PollSlot)
export class PollSlotResolver {
  @FieldResolver(() => LocalDateTimeScalar, {
    description: "What the clock on a wall shows when it begins.",
  })
  localStart(
    @Root() { startsAt, chosenStart }: PollSlot,
    @Arg("timeZone", () => TimeZoneScalar, {
      nullable: true,
      description: "Where the wall is; the poll's own time zone unless given.",
    })
    timeZone: string | null,
  ): string {
    return timeZone ? localAt(startsAt, timeZone) : chosenStart;
  }
}
