import type { LinkDoor } from "@convene/shared/link-door";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { CalendarFeedPage } from "./calendar-feed/calendar-feed.page.ts";
import { CalendarFeedService } from "./calendar-feed/calendar-feed.service.ts";
import { CalendarReplyPage } from "./calendar-reply/calendar-reply.page.ts";
import { CalendarReplyService } from "./calendar-reply/calendar-reply.service.ts";
import { CalendarService } from "./calendar/calendar.service.ts";
import { PaperDownloadPage } from "./paper/paper-download.page.ts";
import { PaperDownloadService } from "./paper/paper-download.service.ts";
import { ReplicaLookup } from "./replica-lookup/replica-lookup.service.ts";

/** What a secret in a link opens: everything below `/calendar` and `/papers`, wired once. */
export function createLinks({
  db,
  transactions,
  feeds: sources,
  site,
  files,
}: ServiceParts): LinkDoor {
  const { manager } = db;
  const lookup = new ReplicaLookup(manager, sources);
  const calendars = new CalendarService(manager);
  const feeds = new CalendarFeedService({ manager, transactions, lookup, calendars, site });
  const feed = new CalendarFeedPage(manager, feeds);
  const reply = new CalendarReplyPage(new CalendarReplyService(manager, transactions), site);
  const paper = new PaperDownloadPage(new PaperDownloadService(manager, files), site);
  const doorOf = (path: string) => {
    if (path.startsWith("/papers/")) return paper;
    return path.startsWith("/calendar/replies/") ? reply : feed;
  };
  return {
    owner: (path) => doorOf(path).owner(path),
    answer: (viewer, request) => doorOf(request.path).answer(viewer, request),
  };
}
