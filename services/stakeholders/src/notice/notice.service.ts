import type { Transaction } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import sql, { type Sql } from "sql-template-tag";
import type { NoticePayload } from "@convene/shared/notice/notice";
import { publishNotices } from "./notice.feed.ts";
import { Notice } from "./notice.entity.ts";

/** Lets people be told something, in the transaction that causes it. */
export async function tell(
  tx: Transaction,
  { people, moderators, except, item }: NoticePayload,
): Promise<void> {
  if (people.length === 0 && !moderators) return;
  const id = newId("ntc");
  const notice = { id, people, moderators, exceptId: except, item, createdAt: new Date() };
  await tx.manager.insert(Notice, notice);
  await publishNotices(tx, [id]);
}

export const forgetOldNotices = (tx: Transaction, before: Date): Promise<void> =>
  forgetWhere(tx, sql`created_at < ${before}`);

/** What was to be told to a person, is about their doing, or names them, goes with them. */
export const forgetNoticesOf = (
  tx: Transaction,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> =>
  forgetWhere(
    tx,
    sql`(${id} = ANY(people) OR except_id = ${id} OR ${name} IN (item->>'title', item->>'name'))`,
  );

async function forgetWhere(tx: Transaction, which: Sql): Promise<void> {
  const { text, values } = sql`DELETE FROM notice WHERE ${which} RETURNING id`;
  const [rows]: [{ id: string }[], number] = await tx.manager.query(text, values);
  await publishNotices(
    tx,
    rows.map(({ id }) => id),
  );
}
