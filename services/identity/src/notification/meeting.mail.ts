import type { MailKind } from "@convene/shared/mail/mail-kind";
import type { MailLanguage } from "@convene/shared/mail/mail-language";
import { type NoticeItem, noticeItemSchema } from "@convene/shared/notice/notice";
import { z } from "zod";
import { lineOf } from "./notification-line.value.ts";
import { noticeWords } from "./notification.words.ts";

const toldSchema = z.object({
  item: noticeItemSchema,
  /** Where it is answered. */
  url: z.string(),
  /** The recipient's, IANA. */
  timeZone: z.string(),
});

type Told = z.infer<typeof toldSchema>;

interface Words {
  readonly locale: string;
  readonly answer: string;
  readonly join: (url: string) => string;
  readonly more: (count: number) => string;
  readonly calendar: string;
}

const WORDS: Readonly<Record<MailLanguage, Words>> = {
  ar: {
    locale: "ar",
    answer: "الرد على الدعوة",
    join: (url) => `للانضمام: ${url}`,
    more: (count) => `ومواعيد أخرى من السلسلة: ${count}`,
    calendar: "مرفق بهذه الرسالة ما يفهمه برنامج التقويم.",
  },
  en: {
    locale: "en-GB",
    answer: "Answer",
    join: (url) => `Join: ${url}`,
    more: (count) => `Other dates of the series: ${count}`,
    calendar: "Your calendar programme understands what is attached.",
  },
  es: {
    locale: "es",
    answer: "Responder",
    join: (url) => `Enlace: ${url}`,
    more: (count) => `Otras fechas de la serie: ${count}`,
    calendar: "Su programa de calendario entiende el archivo adjunto.",
  },
  fr: {
    locale: "fr",
    answer: "Répondre",
    join: (url) => `Pour rejoindre : ${url}`,
    more: (count) => `Autres dates de la série : ${count}`,
    calendar: "Votre agenda comprend la pièce jointe.",
  },
  ru: {
    locale: "ru",
    answer: "Ответить",
    join: (url) => `Ссылка для участия: ${url}`,
    more: (count) => `Другие даты серии: ${count}`,
    calendar: "Вложение понятно вашей программе-календарю.",
  },
  zh: {
    locale: "zh-CN",
    answer: "答复",
    join: (url) => `加入会议：${url}`,
    more: (count) => `该系列的其他日期：${count}`,
    calendar: "您的日历程序可以读取附件。",
  },
};

const say = (language: MailLanguage) => (told: Told) => {
  const words = WORDS[language];
  const line = lineOf(noticeWords[language], told.item);
  const { calendar } = told.item;
  if (!calendar) return { subject: line, paragraphs: [line] };
  const { more, joinUrl, method } = calendar;
  return {
    subject: line,
    paragraphs: [
      ...[line, ...clocks(words, told, calendar)],
      ...(more > 0 ? [words.more(more)] : []),
      ...(joinUrl === null ? [] : [words.join(joinUrl)]),
    ],
    ...(method === "REQUEST" && { action: { label: words.answer, url: told.url } }),
    notes: [words.calendar],
  };
};

/** On the clock where it was chosen, and on the recipient's. */
function clocks(
  { locale }: Words,
  { timeZone: own }: Told,
  { startsAt, endsAt, timeZone }: NonNullable<NoticeItem["calendar"]>,
): string[] {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return [...new Set([timeZone, own])].map((zone) => {
    const format = { dateStyle: "full", timeStyle: "short", timeZone: zone } as const;
    return `${new Intl.DateTimeFormat(locale, format).formatRange(start, end)} (${zone})`;
  });
}

/** An invitation to a meeting, or what has become of it: the calendar part says the same. */
export const meetingMail: MailKind<Told> = {
  name: "meeting",
  data: toldSchema,
  texts: {
    ar: say("ar"),
    en: say("en"),
    es: say("es"),
    fr: say("fr"),
    ru: say("ru"),
    zh: say("zh"),
  },
};
