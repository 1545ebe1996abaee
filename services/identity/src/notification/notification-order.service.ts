import type { Transaction } from "@convene/shared/database/transaction";
import type { NoticeItem } from "@convene/shared/notice/notice";
import { In } from "typeorm";
import {
  NotificationFrequency,
  NotificationKind,
} from "../notification-setting/notification-kind.enum.ts";
import { settingOf } from "../notification-setting/notification-setting.repository.ts";
import { Notification } from "./notification.entity.ts";
import { type NotificationsDue, notificationsDue } from "./notification-due.job.ts";
import { type Due, dueEach, type Rhythm } from "./notification-due.repository.ts";

type Waiting = Pick<Notification, "id" | "accountId" | "kind">;

/** When that is which it tells of: a meeting, or a deadline. */
export function aboutOf({ calendar, at }: NoticeItem): Rhythm["about"] {
  const [begins, ends] = calendar
    ? [calendar.startsAt, calendar.endsAt]
    : [at?.moment ?? null, at?.moment ?? null];
  return begins === null || ends === null
    ? null
    : { begins: new Date(begins), ends: new Date(ends) };
}

interface Ordered {
  readonly frequency: NotificationFrequency;
  readonly due: Due;
}

/** Its own mail; or the one mail of all that is due to this account then. */
export async function mailAt(
  tx: Transaction,
  { id, accountId, kind }: Waiting,
  { frequency, due: { at, isPutOff } }: Ordered,
): Promise<void> {
  const isAtOnce = frequency === NotificationFrequency.AT_ONCE && !isPutOff;
  const only = isAtOnce || kind === NotificationKind.MEETING ? id : null;
  const job = { account: accountId, until: at.toISOString(), only };
  const key = `${only ?? accountId}:${job.until}`;
  await tx.enqueue(notificationsDue, job, { key, startAfter: at });
}

/**
 * The ids of what is to be mailed now. A job may run late, when the recipient's quiet hours have
 * begun: then it waits for their end like all that is due in them.
 */
export async function mailableNow(tx: Transaction, due: NotificationsDue): Promise<string[]> {
  const waiting = await waitingFor(tx, due);
  if (waiting.length === 0) return [];
  const frequency = NotificationFrequency.AT_ONCE;
  const setting = await settingOf(tx.manager, due.account);
  const rhythms = waiting.map(({ item }) => ({ frequency, setting, about: aboutOf(item) }));
  const dues = await dueEach(tx.manager, rhythms, new Date());
  const isPutOff = (index: number) => dues[index]?.isPutOff ?? false;
  const putOff = waiting.filter((_, index) => isPutOff(index));
  // They wait for the same moment: the end of the same quiet hours.
  const [later] = dues.filter((each) => each?.isPutOff);
  const [first] = putOff;
  if (later && first) {
    const ids = putOff.map(({ id }) => id);
    await tx.manager.update(Notification, { id: In(ids) }, { dueAt: later.at });
    await mailAt(tx, first, { frequency, due: later });
  }
  return waiting.filter((_, index) => !isPutOff(index)).map(({ id }) => id);
}

/** Mails of meetings are mails of their own. */
function waitingFor({ manager }: Transaction, { account, until, only }: NotificationsDue) {
  return manager
    .createQueryBuilder(Notification, "n")
    .where("n.account_id = :account AND n.mailing IS NULL AND n.due_at <= :until")
    .andWhere("(CAST(:only AS text) IS NULL AND n.kind <> 'MEETING' OR n.id = :only)")
    .setParameters({ account, until, only })
    .getMany();
}
