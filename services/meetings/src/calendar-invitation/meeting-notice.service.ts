import { publish } from "@convene/shared/outbox/outbox";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { meetingNoticeFeed } from "./meeting-notice.feed.ts";

/** Under this name this service tells its changes. */
const SERVICE = "meetings";

export const forgetOldMeetingNotices = (manager: EntityManager, before: Date): Promise<void> =>
  forgetWhere(manager, sql`created_at < ${before}`);

export const forgetMeetingNoticesTo = (
  manager: EntityManager,
  people: readonly string[],
): Promise<void> => forgetWhere(manager, sql`people && ${[...people]}::text[]`);

async function forgetWhere(manager: EntityManager, which: Sql): Promise<void> {
  const { text, values } = sql`DELETE FROM meeting_notice WHERE ${which} RETURNING id`;
  const [rows]: [{ id: string }[], number] = await manager.query(text, values);
  await publish(manager, SERVICE, { ...meetingNoticeFeed, ids: rows.map(({ id }) => id) });
}
