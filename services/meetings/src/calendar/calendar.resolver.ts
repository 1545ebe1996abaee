import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import type { CalendarService } from "./calendar.service.ts";

@Resolver(() => Meeting)
export class CalendarResolver {
  constructor(private readonly calendars: CalendarService) {}

  @FieldResolver(() => String, {
    description:
      "The meeting for a calendar (iCalendar, RFC 5545): text that is saved as a file `.ics`. Without where to join for all who do not sit there. The organisations that host and chair are named, as far as the viewer sees them.",
  })
  iCalendar(@Root() meeting: Meeting, @Ctx() { viewer }: Context): Promise<string> {
    return this.calendars.ofMeeting(viewer, meeting);
  }

  @Query(() => String, {
    nullable: true,
    description:
      "A series with those of its meetings that the viewer may see, for a calendar (iCalendar, RFC 5545): text that is saved as a file `.ics`. Null when the series is missing, or hidden from the viewer with all its meetings.",
  })
  meetingSeriesCalendar(
    @Arg("id", () => ID, { description: "The series, a TypeID, `ser_…`." }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<string | null> {
    return this.calendars.ofSeries(viewer, id);
  }
}
