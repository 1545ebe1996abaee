import type { JobKind } from "@convene/shared/job/job-kind";
import { sendLetter } from "@convene/shared/mail/mail-job";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { In, IsNull } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { languagesFor } from "../account/account-language.value.ts";
import { BounceService } from "../bounce/bounce.service.ts";
import { NotificationSetting } from "../notification-setting/notification-setting.entity.ts";
import { Notification } from "./notification.entity.ts";
import { type NotificationsDue, notificationsDue } from "./notification-due.job.ts";
import { letterAbout } from "./notification-letter.value.ts";
import { mailableNow } from "./notification-order.service.ts";
import { UNSUBSCRIBE_KEY, unsubscribeToken } from "./unsubscribe-token.value.ts";

/**
 * One mail of all that is due to one account. What it tells is put down first: an attempt after one
 * that was cut off finds the same, and sends the same mail, under the same id.
 */
export const sendNotifications: JobKind<NotificationsDue> = {
  ...notificationsDue,
  retries: 15,
  retryDelay: 5,
  atOnce: 4,
  timeout: 120,
  run: async (parts, due, { id }) => {
    const items = await claim(parts, due, id);
    if (items.length === 0) return;
    await mailTo(parts, items, id);
    await parts.db.manager.delete(Notification, { mailing: id });
  },
  giveUp: async ({ db }, { account, until }) => {
    await db.query(
      `DELETE FROM notification
       WHERE account_id = $1 AND due_at <= $2 AND mailing IS NOT NULL`,
      [account, until],
    );
  },
};

/** What an earlier attempt has put down; else what may be mailed now. */
async function claim(
  { transactions }: ServiceParts,
  due: NotificationsDue,
  mailing: string,
): Promise<Notification[]> {
  return transactions.write(async (tx) => {
    const { manager } = tx;
    const found = () =>
      manager.find(Notification, { where: { mailing }, order: { createdAt: "ASC", id: "ASC" } });
    const before = await found();
    if (before.length > 0) return before;
    const ids = await mailableNow(tx, due);
    await manager.update(Notification, { id: In(ids), mailing: IsNull() }, { mailing });
    return found();
  });
}

async function mailTo(
  { db, mail, site }: ServiceParts,
  items: readonly Notification[],
  id: string,
): Promise<void> {
  const accountId = items[0]?.accountId ?? "";
  const account = await db.manager.findOneBy(Account, { id: accountId });
  const bounces = new BounceService({ db, site });
  if (!account || (await bounces.find(account.email))) return;
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const token = unsubscribeToken(site.keyFor(UNSUBSCRIBE_KEY), { account: accountId, kinds });
  const to = { address: account.email, name: account.name, languages: languagesFor(account) };
  const chosen = await db.manager.findOneBy(NotificationSetting, { accountId });
  const told = {
    items: items.map(({ item }) => item),
    timeZone: chosen?.timeZone ?? null,
    home: `${site.url()}/auth/account`,
  };
  await sendLetter(mail, {
    ...letterAbout(site, to, told),
    ...{ id, bounce: bounces.tokenFor(account.email) },
    unsubscribe: `${site.url()}/auth/unsubscribe?token=${token}`,
  });
}
