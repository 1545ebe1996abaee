import type { Transaction } from "@convene/shared/database/transaction";
import type { NoticePayload } from "@convene/shared/notice/notice";
import { newId } from "@convene/shared/type-id";
import sql, { type Sql } from "sql-template-tag";
import { type EntityManager, In } from "typeorm";
import type { SavedSearch } from "./saved-search.entity.ts";
import { SearchNotice } from "./search-notice.entity.ts";

/** Lets whoever saved each be told, as often as they wish to hear of searches. */
export async function tellOwners(tx: Transaction, searches: readonly SavedSearch[]): Promise<void> {
  if (searches.length === 0) return;
  const createdAt = new Date();
  const notices = searches.map(({ id: searchId, ownerId, name: title }) => ({
    ...{ id: newId("ntc"), searchId, ownerId, title, createdAt },
  }));
  await tx.manager.insert(SearchNotice, notices);
  await publishNotices(
    tx,
    notices.map(({ id }) => id),
  );
}

export const forgetOldNotices = (tx: Transaction, before: Date): Promise<void> =>
  forgetNotices(tx, sql`created_at < ${before}`);

export const forgetNoticesOf = (tx: Transaction, searches: readonly string[]): Promise<void> =>
  forgetNotices(tx, sql`search_id = ANY(${[...searches]}::text[])`);

async function forgetNotices(tx: Transaction, which: Sql): Promise<void> {
  const { text, values } = sql`DELETE FROM search_notice WHERE ${which} RETURNING id`;
  const [rows]: [{ id: string }[], number] = await tx.manager.query(text, values);
  await publishNotices(
    tx,
    rows.map(({ id }) => id),
  );
}

const publishNotices = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Notice", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const notices = await manager.findBy(SearchNotice, { id: In([...ids]) });
  return new Map(notices.map((notice) => [notice.id, payloadOf(notice)]));
}

const payloadOf = ({ ownerId, title }: SearchNotice): NoticePayload => ({
  people: [ownerId],
  moderators: false,
  except: null,
  item: { event: "SEARCH_FOUND", title, name: null, text: null },
});
