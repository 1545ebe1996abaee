import type {
  PageDoor,
  PageOwner,
  PageRequest,
  PageResponse,
} from "@convene/shared/page/page-door";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { CalendarFeed } from "./calendar-feed.entity.ts";
import type { CalendarFeedService } from "./calendar-feed.service.ts";
import { feedLinkOf, isTokenOf } from "./feed-token.value.ts";

/** In seconds. A change is seen by whoever asks again: with `If-None-Match` that costs little. */
const FRESH = 300;

const text = (status: number, body: string): PageResponse => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: `${body}\n`,
});

/** `GET /calendar/feeds/ID/TOKEN.ics`. A feed that never was, or is revoked, is the same: 404. */
export class CalendarFeedPage implements PageDoor {
  constructor(
    private readonly manager: EntityManager,
    private readonly feeds: CalendarFeedService,
  ) {}

  async owner(path: string): Promise<PageOwner | null> {
    const feed = await this.find(path);
    return feed && { id: feed.id, person: feed.personId };
  }

  async answer(viewer: Viewer | null, request: PageRequest): Promise<PageResponse> {
    const { method, path, headers } = request;
    if (method === "POST") return text(405, "A calendar is only read");
    const feed = await this.find(path);
    if (viewer?.person == null || feed?.personId !== viewer.person) return GONE;
    const calendar = await this.feeds.read(viewer, feed);
    if (!calendar) return GONE;
    const tag = `"${calendar.tag}"`;
    const caching = { etag: tag, "cache-control": `private, max-age=${FRESH}` };
    if (matches(headers["if-none-match"], tag)) return { status: 304, headers: caching, body: "" };
    const type = "text/calendar; charset=utf-8";
    const disposition = 'inline; filename="convene.ics"';
    return {
      status: 200,
      headers: { ...caching, "content-type": type, "content-disposition": disposition },
      body: calendar.text(),
    };
  }

  private async find(path: string): Promise<CalendarFeed | null> {
    const link = feedLinkOf(path);
    if (!link) return null;
    const feed = await this.manager.findOneBy(CalendarFeed, { id: link.id });
    return feed && isTokenOf(feed.tokenHash, link.token) ? feed : null;
  }
}

const GONE = text(404, "There is nothing here");

/** Weak comparison (RFC 9110, 13.1.2): a proxy that has compressed it may have made it weak. */
const matches = (given: string | undefined, tag: string): boolean =>
  given?.split(",").some((one) => ["*", tag, `W/${tag}`].includes(one.trim())) ?? false;
