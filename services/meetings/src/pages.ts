import type { PageDoor } from "@convene/shared/page/page-door";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { CalendarFeedPage } from "./calendar-feed/calendar-feed.page.ts";
import { CalendarFeedService } from "./calendar-feed/calendar-feed.service.ts";
import { CalendarReplyPage } from "./calendar-reply/calendar-reply.page.ts";
import { CalendarReplyService } from "./calendar-reply/calendar-reply.service.ts";
import { CalendarService } from "./calendar/calendar.service.ts";
import { PaperDownloadPage } from "./paper/paper-download.page.ts";
import { PaperDownloadService } from "./paper/paper-download.service.ts";
import { PollPage } from "./poll-page/poll.page.ts";
import { PollPageService } from "./poll-page/poll-page.service.ts";
import { ReplicaLookup } from "./replica-lookup/replica-lookup.service.ts";

/** What a secret in a link opens: `/pages/meetings/…` and everything below `/calendar` and `/papers`, wired once. */
export function createPages(parts: ServiceParts): PageDoor {
  const { db, transactions, feeds: sources, site, files } = parts;
  const { manager } = db;
  const lookup = new ReplicaLookup(manager, sources);
  const calendars = new CalendarService(manager);
  const feeds = new CalendarFeedService({ manager, transactions, lookup, calendars, site });
  const feed = new CalendarFeedPage(manager, feeds);
  const reply = new CalendarReplyPage(new CalendarReplyService(manager, transactions), site);
  const paper = new PaperDownloadPage(new PaperDownloadService(manager, files), site);
  const poll = new PollPage(new PollPageService(transactions, calendars));
  const doorOf = (path: string): PageDoor => {
    if (path.startsWith("/papers/")) return paper;
    if (path.startsWith("/calendar/replies/")) return reply;
    return path.startsWith("/calendar/") ? feed : poll;
  };
  return {
    owner: (path) => doorOf(path).owner(path),
    answer: (viewer, request) => doorOf(request.path).answer(viewer, request),
  };
}
