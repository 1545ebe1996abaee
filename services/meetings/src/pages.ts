import type { LinkDoor } from "@convene/shared/link-door";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { CalendarFeedPage } from "./calendar-feed/calendar-feed.page.ts";
import { CalendarFeedService } from "./calendar-feed/calendar-feed.service.ts";
import { CalendarService } from "./calendar/calendar.service.ts";
import { ReplicaLookup } from "./replica-lookup/replica-lookup.service.ts";

/** What a secret in a link opens: everything below `/calendar`, wired once. */
export function createLinks({ db, transactions, feeds: sources, site }: ServiceParts): LinkDoor {
  const { manager } = db;
  const lookup = new ReplicaLookup(manager, sources);
  const calendars = new CalendarService(manager);
  const feeds = new CalendarFeedService({ manager, transactions, lookup, calendars, site });
  return new CalendarFeedPage(manager, feeds);
}
