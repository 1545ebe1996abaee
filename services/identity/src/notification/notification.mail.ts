import type { MailKind } from "@convene/shared/mail/mail-kind";
import { noticeItemSchema } from "@convene/shared/notice/notice";
import { z } from "zod";
import { lineOf, type NoticeWords } from "./notification-line.value.ts";
import { noticeWords } from "./notification.words.ts";

/** With the address of its own page, where it has one. */
const newsItemSchema = noticeItemSchema.extend({ url: z.string().nullable() });
const newsSchema = z.object({
  items: z.array(newsItemSchema).min(1),
  /** Of their account; null for who has none. */
  url: z.string().nullable(),
});
type News = z.infer<typeof newsSchema>;
type NewsItem = z.infer<typeof newsItemSchema>;

/** What has happened several times is told once, such as that a search has found something. */
function distinct(items: readonly NewsItem[]): NewsItem[] {
  const once = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...once.values()];
}

const say = (words: NoticeWords) => (news: News) => {
  const said = distinct(news.items).map((item) => ({
    line: lineOf(words, item),
    text: item.text,
    url: item.url,
  }));
  const [first] = said;
  const alone = said.length === 1 ? first : undefined;
  return {
    subject: alone?.line ?? words.several(said.length),
    paragraphs: said.flatMap(({ line, text, url }) => [
      line,
      ...(text === null ? [] : [text]),
      ...(url === null || alone ? [] : [url]),
    ]),
    ...actionOf(words, alone?.url ?? null, news.url),
  };
};

function actionOf(words: NoticeWords, page: string | null, home: string | null) {
  if (page !== null) return { action: { label: words.toPoll, url: page } };
  return home === null ? {} : { action: { label: words.label, url: home } };
}

/** All that is due to one person at one moment. */
export const notificationMail: MailKind<News> = {
  name: "notification",
  data: newsSchema,
  texts: {
    ar: say(noticeWords.ar),
    en: say(noticeWords.en),
    es: say(noticeWords.es),
    fr: say(noticeWords.fr),
    ru: say(noticeWords.ru),
    zh: say(noticeWords.zh),
  },
};
