import { canSee } from "@convene/shared/audience";
import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid, limitExceeded, notFound } from "@convene/shared/errors";
import type { Site } from "@convene/shared/site";
import { newId, prefixOf } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { CalendarService } from "../calendar/calendar.service.ts";
import { NetworkReplica } from "../network/network.replica.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import { WorkingGroupReplica } from "../working-group/working-group.replica.ts";
import { CalendarFeed } from "./calendar-feed.entity.ts";
import type { CreateCalendarFeedInput, RevokeCalendarFeedInput } from "./calendar-feed.inputs.ts";
import { canManageFeeds, canSeeFeed } from "./calendar-feed.policy.ts";
import { NewCalendarFeed } from "./calendar-feed.type.ts";
import { meetingsOfFeed } from "./feed-meetings.repository.ts";
import { feedPath, feedTokenHash, newFeedToken } from "./feed-token.value.ts";

/** How many a person may have. */
const MOST = 50;
/** How long a feed goes on to show what is over. */
const KEPT = 365 * 24 * 60 * 60_000;

const SUBJECTS = {
  org: { type: "Organisation", source: "stakeholders", entity: OrganisationReplica },
  net: { type: "Network", source: "stakeholders", entity: NetworkReplica },
  grp: { type: "WorkingGroup", source: "working-groups", entity: WorkingGroupReplica },
} as const;

export interface CalendarFeedParts {
  readonly manager: EntityManager;
  readonly transactions: Transactions;
  readonly lookup: ReplicaLookup;
  readonly calendars: CalendarService;
  readonly site: Site;
}

export class CalendarFeedService {
  constructor(private readonly parts: CalendarFeedParts) {}

  async mine(
    viewer: Viewer | null,
    args: ConnectionArgs,
  ): Promise<Connection<CalendarFeed> | null> {
    const personId = viewer?.person ?? null;
    if (personId === null || !canSeeFeed(viewer, { personId })) return null;
    const order = [{ column: "t.id", direction: "DESC", type: "text" }] as const;
    const where = [sql`t.person_id = ${personId}`];
    return list(this.parts.manager, { entity: CalendarFeed, order, where }, args);
  }

  /** Of the token only a hash stays: its address is answered this once. */
  async create(viewer: Viewer, input: CreateCalendarFeedInput): Promise<NewCalendarFeed> {
    const personId = ownerOf(viewer);
    const aboutId = input.about ?? null;
    if (aboutId !== null) await this.expectSubject(viewer, aboutId);
    const token = newFeedToken();
    const id = newId("cal");
    const made = { id, personId, aboutId, tokenHash: feedTokenHash(token), createdAt: new Date() };
    const calendarFeed = await this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "createCalendarFeed",
        input,
        first: () => insertFeed(tx, made),
        again: (known) => lockOwn(tx, viewer, known),
      }),
    );
    const url = calendarFeed.id === id ? this.parts.site.url() + feedPath({ id, token }) : null;
    return Object.assign(new NewCalendarFeed(), { calendarFeed, url });
  }

  /** At once, and for good. */
  revoke(viewer: Viewer, { id }: RevokeCalendarFeedInput): Promise<CalendarFeed> {
    ownerOf(viewer);
    return this.parts.transactions.write(async (tx) => {
      const feed = await lockOwn(tx, viewer, id);
      await tx.manager.delete(CalendarFeed, { id });
      return feed;
    });
  }

  /** Null when what it is about is gone, or hidden from its owner by now. */
  async read(viewer: Viewer, { aboutId: about }: CalendarFeed, now = new Date()) {
    const { manager, calendars } = this.parts;
    if (about !== null && !(await this.seesSubject(viewer, about))) return null;
    const since = new Date(now.getTime() - KEPT);
    return calendars.ofMany(viewer, await meetingsOfFeed(manager, { viewer, about, since }));
  }

  private async expectSubject(viewer: Viewer, id: string): Promise<void> {
    const subject = subjectOf(id);
    if (!subject) {
      throw invalid("about", "A feed is about an organisation, a working group or a network");
    }
    await this.parts.lookup.expect(subject.source, subject.entity, [id]);
    if (!(await this.seesSubject(viewer, id))) throw notFound(subject.type, id);
  }

  private async seesSubject(viewer: Viewer, id: string): Promise<boolean> {
    const subject = subjectOf(id);
    const found = subject && (await this.parts.manager.findOneBy(subject.entity, { id }));
    return found !== null && canSee(viewer, found);
  }
}

const subjectOf = (id: string) =>
  Object.entries(SUBJECTS).find(([prefix]) => prefix === prefixOf(id))?.[1] ?? null;

/** @throws FORBIDDEN */
function ownerOf(viewer: Viewer): string {
  if (canManageFeeds(viewer) && viewer.person !== null) return viewer.person;
  throw forbidden("Only a person of the graph has feeds, signed in: no key makes or ends them");
}

type FeedRow = Omit<CalendarFeed, never>;

async function insertFeed(tx: Transaction, feed: FeedRow): Promise<CalendarFeed> {
  const { personId } = feed;
  // Two at once are not both the last that is allowed.
  await tx.manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [personId]);
  if ((await tx.manager.countBy(CalendarFeed, { personId })) >= MOST) {
    throw limitExceeded(`There are ${MOST} feeds already: revoke one first`);
  }
  return tx.manager.save(tx.manager.create(CalendarFeed, feed));
}

/** @throws NOT_FOUND */
async function lockOwn(tx: Transaction, viewer: Viewer, id: string): Promise<CalendarFeed> {
  const feed = await tx.lock(CalendarFeed, id);
  if (!feed || !canSeeFeed(viewer, feed)) throw notFound("CalendarFeed", id);
  return feed;
}
