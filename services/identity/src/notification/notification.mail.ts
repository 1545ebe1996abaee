import type { MailKind } from "@convene/shared/mail/mail-kind";
import type { MailLanguage } from "@convene/shared/mail/mail-language";
import { type NoticeEvent, type NoticeItem, noticeItemSchema } from "@convene/shared/notice/notice";
import { z } from "zod";

const newsSchema = z.object({ items: z.array(noticeItemSchema).min(1), url: z.string() });
type News = z.infer<typeof newsSchema>;

type Said = Pick<NoticeItem, "title" | "name">;

interface Words extends Readonly<Record<NoticeEvent, (said: Said) => string>> {
  readonly several: (count: number) => string;
  readonly label: string;
}

const WORDS: Readonly<Record<MailLanguage, Words>> = {
  ar: {
    several: (count) => `لديك ${count} من المستجدات في Convene`,
    label: "فتح Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `رسالة من ${name ?? ""}: ${title}`,
    REPORT_FILED: ({ title }) => `بلاغ ينتظر قرارك: ${title}`,
    REPORT_UPHELD: ({ title }) => `أُخفي ما أبلغت عنه: ${title}`,
    REPORT_DISMISSED: ({ title }) => `يبقى ما أبلغت عنه كما هو: ${title}`,
    TAKEN_DOWN: ({ title }) => `أُخفي عن الآخرين: ${title}`,
    RESTORED: ({ title }) => `عاد إلى الظهور: ${title}`,
    MEETING_INVITED: ({ title }) => `دعوة إلى اجتماع: ${title}`,
    MEETING_CHANGED: ({ title }) => `تغيّر اجتماع: ${title}`,
    MEETING_CANCELLED: ({ title }) => `أُلغي اجتماع: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `لم تعد مدعوًا: ${title}`,
  },
  en: {
    several: (count) => `${count} news from Convene`,
    label: "Open Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `Message from ${name ?? ""}: ${title}`,
    REPORT_FILED: ({ title }) => `A report waits for your decision: ${title}`,
    REPORT_UPHELD: ({ title }) => `What you reported was taken down: ${title}`,
    REPORT_DISMISSED: ({ title }) => `What you reported stays: ${title}`,
    TAKEN_DOWN: ({ title }) => `Hidden from others: ${title}`,
    RESTORED: ({ title }) => `Shown again: ${title}`,
    MEETING_INVITED: ({ title }) => `Invitation: ${title}`,
    MEETING_CHANGED: ({ title }) => `Changed: ${title}`,
    MEETING_CANCELLED: ({ title }) => `Called off: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `You are no longer invited: ${title}`,
  },
  es: {
    several: (count) => `${count} novedades de Convene`,
    label: "Abrir Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `Mensaje de ${name ?? ""}: ${title}`,
    REPORT_FILED: ({ title }) => `Una denuncia espera su decisión: ${title}`,
    REPORT_UPHELD: ({ title }) => `Se ha retirado lo que usted denunció: ${title}`,
    REPORT_DISMISSED: ({ title }) => `Lo que usted denunció se mantiene: ${title}`,
    TAKEN_DOWN: ({ title }) => `Oculto para los demás: ${title}`,
    RESTORED: ({ title }) => `Visible de nuevo: ${title}`,
    MEETING_INVITED: ({ title }) => `Invitación: ${title}`,
    MEETING_CHANGED: ({ title }) => `Cambio: ${title}`,
    MEETING_CANCELLED: ({ title }) => `Cancelada: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `Ya no está invitado: ${title}`,
  },
  fr: {
    several: (count) => `${count} nouvelles de Convene`,
    label: "Ouvrir Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `Message de ${name ?? ""} : ${title}`,
    REPORT_FILED: ({ title }) => `Un signalement attend votre décision : ${title}`,
    REPORT_UPHELD: ({ title }) => `Ce que vous avez signalé a été retiré : ${title}`,
    REPORT_DISMISSED: ({ title }) => `Ce que vous avez signalé est maintenu : ${title}`,
    TAKEN_DOWN: ({ title }) => `Masqué aux autres : ${title}`,
    RESTORED: ({ title }) => `De nouveau visible : ${title}`,
    MEETING_INVITED: ({ title }) => `Invitation : ${title}`,
    MEETING_CHANGED: ({ title }) => `Modifiée : ${title}`,
    MEETING_CANCELLED: ({ title }) => `Annulée : ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `Vous n’êtes plus invité : ${title}`,
  },
  ru: {
    several: (count) => `Новости Convene: ${count}`,
    label: "Открыть Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `Сообщение от ${name ?? ""}: ${title}`,
    REPORT_FILED: ({ title }) => `Жалоба ждёт вашего решения: ${title}`,
    REPORT_UPHELD: ({ title }) => `То, на что вы пожаловались, скрыто: ${title}`,
    REPORT_DISMISSED: ({ title }) => `То, на что вы пожаловались, остаётся: ${title}`,
    TAKEN_DOWN: ({ title }) => `Скрыто от других: ${title}`,
    RESTORED: ({ title }) => `Снова видно: ${title}`,
    MEETING_INVITED: ({ title }) => `Приглашение: ${title}`,
    MEETING_CHANGED: ({ title }) => `Изменено: ${title}`,
    MEETING_CANCELLED: ({ title }) => `Отменено: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `Вы больше не приглашены: ${title}`,
  },
  zh: {
    several: (count) => `Convene 有 ${count} 条新消息`,
    label: "打开 Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `${name ?? ""} 的来信：${title}`,
    REPORT_FILED: ({ title }) => `有一份举报等待您处理：${title}`,
    REPORT_UPHELD: ({ title }) => `您举报的内容已被撤下：${title}`,
    REPORT_DISMISSED: ({ title }) => `您举报的内容予以保留：${title}`,
    TAKEN_DOWN: ({ title }) => `已对他人隐藏：${title}`,
    RESTORED: ({ title }) => `已恢复显示：${title}`,
    MEETING_INVITED: ({ title }) => `会议邀请：${title}`,
    MEETING_CHANGED: ({ title }) => `会议变更：${title}`,
    MEETING_CANCELLED: ({ title }) => `会议取消：${title}`,
    MEETING_WITHDRAWN: ({ title }) => `您不再受邀：${title}`,
  },
};

/** What happened, in a line. */
export const lineOf = (language: MailLanguage, item: NoticeItem): string =>
  WORDS[language][item.event](item);

const say = (words: Words) => (news: News) => {
  const said = news.items.map((item) => ({ line: words[item.event](item), text: item.text }));
  const [first] = said;
  const alone = said.length === 1 ? first?.line : undefined;
  return {
    subject: alone ?? words.several(said.length),
    paragraphs: said.flatMap(({ line, text }) => [line, ...(text === null ? [] : [text])]),
    action: { label: words.label, url: news.url },
  };
};

/** All that is due to one person at one moment. */
export const notificationMail: MailKind<News> = {
  name: "notification",
  data: newsSchema,
  texts: {
    ar: say(WORDS.ar),
    en: say(WORDS.en),
    es: say(WORDS.es),
    fr: say(WORDS.fr),
    ru: say(WORDS.ru),
    zh: say(WORDS.zh),
  },
};
