import type { JobKind } from "@convene/shared/job/job-kind";
import { letterOf, sendLetter } from "@convene/shared/mail/mail-job";
import type { NoticeCalendar } from "@convene/shared/notice/notice";
import { REPLY_KEY, replyPath } from "@convene/shared/notice/reply-link";
import { pageUrl } from "@convene/shared/page/page-link";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { In, IsNull } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { languagesFor } from "../account/account-language.value.ts";
import { BounceService } from "../bounce/bounce.service.ts";
import { NotificationSetting } from "../notification-setting/notification-setting.entity.ts";
import { meetingMail } from "./meeting.mail.ts";
import { Notification } from "./notification.entity.ts";
import { type NotificationsDue, notificationsDue } from "./notification-due.job.ts";
import { mailableNow } from "./notification-order.service.ts";
import { notificationMail } from "./notification.mail.ts";
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
  const sending = {
    id,
    bounce: bounces.tokenFor(account.email),
    unsubscribe: `${site.url()}/auth/unsubscribe?token=${token}`,
  };
  const [first] = items;
  const chosen = await db.manager.findOneBy(NotificationSetting, { accountId });
  if (first?.item.calendar) {
    const timeZone = chosen?.timeZone ?? "UTC";
    const meeting = { item: first.item, url: answerUrl(site, first.item.calendar), timeZone };
    const letter = letterOf(meetingMail, to, meeting);
    const { calendar } = first.item;
    await sendLetter(mail, { ...sending, kind: meetingMail, letter, calendar });
  } else {
    const news = { items: newsOf(site, chosen, items), url: `${site.url()}/auth/account` };
    const letter = letterOf(notificationMail, to, news);
    await sendLetter(mail, { ...sending, kind: notificationMail, letter });
  }
}

/** Of one meeting of a series, or of all. */
function answerUrl(site: ServiceParts["site"], calendar: NoticeCalendar): string {
  const url = new URL(replyPath(site.keyFor(REPLY_KEY), calendar.invitation), site.url());
  if (calendar.occurrence !== null) url.searchParams.set("at", calendar.occurrence);
  return url.href;
}

/** With the addresses of pages, which are kept nowhere, and in the time zone that was chosen. */
const newsOf = (
  site: ServiceParts["site"],
  chosen: NotificationSetting | null,
  items: readonly Notification[],
) =>
  items.map(({ item: { at, page, ...item } }) => ({
    ...item,
    ...(at && { at: { ...at, timeZone: chosen?.timeZone ?? at.timeZone } }),
    url: page ? pageUrl(site, page) : null,
  }));
