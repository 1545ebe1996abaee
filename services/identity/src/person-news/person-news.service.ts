import type { Transaction } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import { In } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { NotificationKind } from "../notification-setting/notification-kind.enum.ts";
import { KIND_OF } from "../notification/notification.entity.ts";
import type { News } from "../notification/notification.service.ts";
import { PersonMail } from "../person-mail/person-mail.entity.ts";
import { PersonNews } from "../person-mail/person-news.entity.ts";
import { personNewsDue } from "./person-news-due.job.ts";

/** Of these people are told whom others have entered: what they are asked for, and nothing else. */
const TOLD: ReadonlySet<NotificationKind> = new Set([
  NotificationKind.POLL,
  NotificationKind.MEETING,
  NotificationKind.ACTION,
]);

/** Tells those of the people who have no account, and whose mail address is known. */
export async function tellWithoutAccount(
  tx: Transaction,
  people: readonly string[],
  { id: noticeId, item }: News,
): Promise<void> {
  if (!TOLD.has(KIND_OF[item.event])) return;
  const { manager } = tx;
  const mailed = await manager.findBy(PersonMail, { id: In([...people]) });
  if (mailed.length === 0) return;
  const ids = mailed.map(({ id }) => id).sort();
  const accounts = await manager.findBy(Account, { personId: In(ids) });
  const known = new Set(accounts.map(({ personId }) => personId));
  const createdAt = new Date();
  for (const personId of ids.filter((id) => !known.has(id))) {
    const id = newId("pnw");
    await manager.insert(PersonNews, { id, personId, noticeId, item, createdAt });
    await tx.enqueue(personNewsDue, { news: id }, { key: id });
  }
}
