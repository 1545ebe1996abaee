import { type Letter, type LetterTo, letterOf } from "@convene/shared/mail/mail-job";
import type { MailKind } from "@convene/shared/mail/mail-kind";
import type { NoticeCalendar, NoticeItem } from "@convene/shared/notice/notice";
import { REPLY_KEY, replyPath } from "@convene/shared/notice/reply-link";
import { pageUrl } from "@convene/shared/page/page-link";
import type { Site } from "@convene/shared/site";
import { meetingMail } from "./meeting.mail.ts";
import { notificationMail } from "./notification.mail.ts";

interface Told {
  /** At least one; of a meeting that one alone. */
  readonly items: readonly NoticeItem[];
  /** The recipient's, where they have said it. */
  readonly timeZone: string | null;
  /** Where they look at the rest; null for who has nothing to sign in to. */
  readonly home: string | null;
}

interface Written {
  readonly kind: MailKind;
  readonly letter: Letter;
  readonly calendar?: NoticeCalendar;
}

/** The letter that tells of these. */
export function letterAbout(site: Site, to: LetterTo, { items, timeZone, home }: Told): Written {
  const [first] = items;
  if (!first?.calendar) {
    const news = { items: items.map((item) => newsOf(site, item, timeZone)), url: home };
    return { kind: notificationMail, letter: letterOf(notificationMail, to, news) };
  }
  const { calendar } = first;
  const meeting = {
    ...{ item: first, url: answerUrl(site, calendar) },
    timeZone: timeZone ?? calendar.timeZone,
  };
  return { kind: meetingMail, letter: letterOf(meetingMail, to, meeting), calendar };
}

/** Of one meeting of a series, or of all. */
function answerUrl(site: Site, calendar: NoticeCalendar): string {
  const url = new URL(replyPath(site.keyFor(REPLY_KEY), calendar.invitation), site.url());
  if (calendar.occurrence !== null) url.searchParams.set("at", calendar.occurrence);
  return url.href;
}

/** With the address of its page, which is kept nowhere, and in the time zone that was chosen. */
const newsOf = (site: Site, { at, page, ...item }: NoticeItem, timeZone: string | null) => ({
  ...item,
  ...(at && { at: { ...at, timeZone: timeZone ?? at.timeZone } }),
  url: page ? pageUrl(site, page) : null,
});
