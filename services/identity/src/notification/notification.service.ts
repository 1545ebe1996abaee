import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import type { NoticeItem } from "@convene/shared/notice/notice";
import { newId } from "@convene/shared/type-id";
import { IsNull } from "typeorm";
import {
  NotificationFrequency,
  NotificationKind,
  USUALLY,
} from "../notification-setting/notification-kind.enum.ts";
import type { NotificationSetting } from "../notification-setting/notification-setting.entity.ts";
import { settingsOf } from "../notification-setting/notification-setting.repository.ts";
import { KIND_OF, Notification } from "./notification.entity.ts";
import { dueAt, dueEach } from "./notification-due.repository.ts";
import { sendNotifications } from "./notification.job.ts";

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
  const rhythms = (await settingsOf(tx.manager, accounts)).map((setting) => ({
    accountId: setting.accountId,
    frequency: frequencyOf(setting, kind),
    timeZone: setting.timeZone,
  }));
  const dues = await dueEach(tx.manager, rhythms, now);
  for (const [index, { accountId, frequency }] of rhythms.entries()) {
    const due = dues[index];
    if (!due) continue;
    const notification = {
      id: newId("ntf"),
      accountId,
      kind,
      item,
      noticeId,
      dueAt: due,
      mailing: null,
    };
    await tx.manager.insert(Notification, { ...notification, createdAt: now });
    await mailAt(tx, notification, frequency);
  }
}

/** Its own mail; or the one mail of all that is due to this account then. */
async function mailAt(
  tx: Transaction,
  { id, accountId, kind, dueAt: due }: Pick<Notification, "id" | "accountId" | "kind" | "dueAt">,
  frequency: NotificationFrequency,
): Promise<void> {
  const isAlone = frequency === NotificationFrequency.AT_ONCE || kind === NotificationKind.MEETING;
  const only = isAlone ? id : null;
  const job = { account: accountId, until: due.toISOString(), only };
  const key = only ?? `${accountId}:${job.until}`;
  await tx.enqueue(sendNotifications, job, { key, startAfter: due });
}

/** What waits for an account whose wishes have changed: it is due as if it had happened just now. */
export async function rescheduleWaiting(
  tx: Transaction,
  setting: NotificationSetting,
): Promise<void> {
  const { accountId, timeZone } = setting;
  const now = new Date();
  for (const waiting of await tx.manager.findBy(Notification, { accountId, mailing: IsNull() })) {
    const { id } = waiting;
    const frequency = frequencyOf(setting, waiting.kind);
    const due = await dueAt(tx.manager, { frequency, timeZone }, now);
    if (!due) {
      await tx.manager.delete(Notification, { id });
    } else {
      await tx.manager.update(Notification, { id }, { dueAt: due });
      await mailAt(tx, { id, accountId, kind: waiting.kind, dueAt: due }, frequency);
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
      await tx.enqueue(sendNotifications, { account, until, only }, { key });
    }
  });
}
