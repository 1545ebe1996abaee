import { Field, ObjectType } from "type-graphql";
import { CalendarFeed } from "./calendar-feed.entity.ts";

@ObjectType({ description: "A feed that was just made." })
export class NewCalendarFeed {
  @Field(() => CalendarFeed, { description: "What is listed of it from now on." })
  calendarFeed!: CalendarFeed;

  @Field(() => String, {
    nullable: true,
    description:
      "The address for the calendar. Whoever knows it reads the feed. It is shown this once: null when the same idempotencyKey was sent again.",
  })
  url!: string | null;
}
