import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import type { NoticeItem } from "@convene/shared/notice/notice";
import { newId } from "@convene/shared/type-id";
import { IsNull } from "typeorm";
import {
  type NotificationFrequency,
  type NotificationKind,
  USUALLY,
} from "../notification-setting/notification-kind.enum.ts";
import type { NotificationSetting } from "../notification-setting/notification-setting.entity.ts";
import { settingsOf } from "../notification-setting/notification-setting.repository.ts";
import { KIND_OF, Notification } from "./notification.entity.ts";
import { dueEach } from "./notification-due.repository.ts";
import { notificationsDue } from "./notification-due.job.ts";
import { aboutOf, mailAt } from "./notification-order.service.ts";

/** How long past its time something is taken for forgotten, in milliseconds. */
const LATE = 3_600_000;

export const frequencyOf = (
  { frequencies }: NotificationSetting,
  kind: NotificationKind,
): NotificationFrequency => frequencies[kind] ?? USUALLY[kind];

export interface News {
  /** Of the notice. */
  readonly id: string;
  readonly item: NoticeItem;
}

/** Tells something to some accounts, each as often as they wish to hear of it. */
export async function notify(
  tx: Transaction,
  accounts: readonly string[],
  { id: noticeId, item }: News,
): Promise<void> {
  const kind = KIND_OF[item.event];
  const now = new Date();
  const about = aboutOf(item);
  const rhythms = (await settingsOf(tx.manager, accounts)).map((setting) => ({
    ...{ setting, frequency: frequencyOf(setting, kind), about },
  }));
  const dues = await dueEach(tx.manager, rhythms, now);
  for (const [index, { setting, frequency }] of rhythms.entries()) {
    const due = dues[index];
    if (!due) continue;
    const known = { id: newId("ntf"), accountId: setting.accountId, kind };
    const notification = { ...known, item, noticeId, dueAt: due.at, mailing: null };
    await tx.manager.insert(Notification, { ...notification, createdAt: now });
    await mailAt(tx, known, { frequency, due });
  }
}

/** What waits for an account whose wishes have changed: it is due as if it had happened just now. */
export async function rescheduleWaiting(
  tx: Transaction,
  setting: NotificationSetting,
): Promise<void> {
  const { accountId } = setting;
  const waiting = await tx.manager.findBy(Notification, { accountId, mailing: IsNull() });
  const rhythms = waiting.map(({ kind, item }) => ({
    ...{ frequency: frequencyOf(setting, kind), setting, about: aboutOf(item) },
  }));
  const dues = await dueEach(tx.manager, rhythms, new Date());
  for (const [index, { id, kind }] of waiting.entries()) {
    const due = dues[index];
    if (!due) {
      await tx.manager.delete(Notification, { id });
    } else {
      await tx.manager.update(Notification, { id }, { dueAt: due.at });
      await mailAt(tx, { id, accountId, kind }, { frequency: frequencyOf(setting, kind), due });
    }
  }
}

/**
 * Every day: what a job has passed by, such as one that looked in the very moment in which it was
 * written down.
 */
export async function mailWhatIsLate(transactions: Transactions): Promise<void> {
  await transactions.write(async (tx) => {
    const now = new Date();
    const late: { account: string; only: string | null }[] = await tx.manager.query(
      `SELECT DISTINCT account_id AS account, CASE kind WHEN 'MEETING' THEN id END AS only
       FROM notification WHERE mailing IS NULL AND due_at < $1`,
      [new Date(now.getTime() - LATE)],
    );
    for (const { account, only } of late) {
      const until = now.toISOString();
      const key = `${account}:late:${only ?? ""}:${until}`;
      await tx.enqueue(notificationsDue, { account, until, only }, { key });
    }
  });
}
