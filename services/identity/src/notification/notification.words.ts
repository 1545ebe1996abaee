import type { MailLanguage } from "@convene/shared/mail/mail-language";
import type { NoticeEvent, NoticeItem } from "@convene/shared/notice/notice";

interface Said extends Pick<NoticeItem, "title" | "name"> {
  /** The moment that counts, in words. */
  readonly when: string;
}

export interface NoticeWords extends Readonly<Record<NoticeEvent, (said: Said) => string>> {
  readonly several: (count: number) => string;
  readonly label: string;
  /** On the button that leads to the page of a poll. */
  readonly toPoll: string;
  /** As `Intl` knows the dates of the language. */
  readonly dates: string;
}

export const noticeWords: Readonly<Record<MailLanguage, NoticeWords>> = {
  ar: {
    several: (count) => `لديك ${count} من المستجدات في Convene`,
    label: "فتح Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `رسالة من ${name ?? ""}: ${title}`,
    INTRODUCTION_ASKED: ({ title, name }) => `طلب من ${name ?? ""}: التعريف بـ ${title}`,
    INTRODUCTION_PASSED_ON: ({ title, name }) => `عرّفتكم ${name ?? ""} بمنظمة: ${title}`,
    INTRODUCTION_ACCEPTED: ({ title }) => `قُبل التعارف مع ${title}`,
    INTRODUCTION_DECLINED: ({ title }) => `لم يُقبل التعارف مع ${title}`,
    INTRODUCTION_FOLLOW_UP: ({ title }) => `هل أفضى التعارف مع ${title} إلى شيء؟`,
    SEARCH_FOUND: ({ title }) => `جديد في بحثك المحفوظ: ${title}`,
    REPORT_FILED: ({ title }) => `بلاغ ينتظر قرارك: ${title}`,
    REPORT_UPHELD: ({ title }) => `أُخفي ما أبلغت عنه: ${title}`,
    REPORT_DISMISSED: ({ title }) => `يبقى ما أبلغت عنه كما هو: ${title}`,
    CLAIM_MADE: ({ title }) => `طلب ملكية ينتظر قرارك: ${title}`,
    CLAIM_APPROVED: ({ title }) => `أصبحت مسؤولًا عن: ${title}`,
    CLAIM_DECLINED: ({ title }) => `لم يُقبل طلبك بشأن: ${title}`,
    TAKEN_DOWN: ({ title }) => `أُخفي عن الآخرين: ${title}`,
    RESTORED: ({ title }) => `عاد إلى الظهور: ${title}`,
    toPoll: "فتح الاستطلاع",
    dates: "ar",
    POLL_ASKED: ({ title, when }) => `متى يمكنك الاجتماع؟ ${title} (الإجابة حتى ${when})`,
    POLL_REMINDER: ({ title, when }) => `تذكير: لم تجب بعد عن موعد ${title} (الإجابة حتى ${when})`,
    POLL_DECIDED: ({ title, when }) => `حُدد موعد ${title}: ${when}`,
    MEETING_INVITED: ({ title }) => `دعوة إلى اجتماع: ${title}`,
    MEETING_CHANGED: ({ title }) => `تغيّر اجتماع: ${title}`,
    MEETING_CANCELLED: ({ title }) => `أُلغي اجتماع: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `لم تعد مدعوًا: ${title}`,
  },
  en: {
    several: (count) => `${count} news from Convene`,
    label: "Open Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `Message from ${name ?? ""}: ${title}`,
    INTRODUCTION_ASKED: ({ title, name }) =>
      `${name ?? ""} asks you for an introduction to ${title}`,
    INTRODUCTION_PASSED_ON: ({ title, name }) => `${name ?? ""} introduces ${title} to you`,
    INTRODUCTION_ACCEPTED: ({ title }) => `Your introduction to ${title} was accepted`,
    INTRODUCTION_DECLINED: ({ title }) => `Your introduction to ${title} goes no further`,
    INTRODUCTION_FOLLOW_UP: ({ title }) => `Did the introduction to ${title} lead anywhere?`,
    SEARCH_FOUND: ({ title }) => `New in your saved search: ${title}`,
    REPORT_FILED: ({ title }) => `A report waits for your decision: ${title}`,
    REPORT_UPHELD: ({ title }) => `What you reported was taken down: ${title}`,
    REPORT_DISMISSED: ({ title }) => `What you reported stays: ${title}`,
    CLAIM_MADE: ({ title }) => `A claim waits for your decision: ${title}`,
    CLAIM_APPROVED: ({ title }) => `You now answer for: ${title}`,
    CLAIM_DECLINED: ({ title }) => `Your claim was declined: ${title}`,
    TAKEN_DOWN: ({ title }) => `Hidden from others: ${title}`,
    RESTORED: ({ title }) => `Shown again: ${title}`,
    toPoll: "Open the poll",
    dates: "en-GB",
    POLL_ASKED: ({ title, when }) => `When can you meet? ${title} (answer until ${when})`,
    POLL_REMINDER: ({ title, when }) =>
      `A reminder: when can you meet? ${title} (answer until ${when})`,
    POLL_DECIDED: ({ title, when }) => `The time of ${title} is chosen: ${when}`,
    MEETING_INVITED: ({ title }) => `Invitation: ${title}`,
    MEETING_CHANGED: ({ title }) => `Changed: ${title}`,
    MEETING_CANCELLED: ({ title }) => `Called off: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `You are no longer invited: ${title}`,
  },
  es: {
    several: (count) => `${count} novedades de Convene`,
    label: "Abrir Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `Mensaje de ${name ?? ""}: ${title}`,
    INTRODUCTION_ASKED: ({ title, name }) => `${name ?? ""} le pide que la presente a ${title}`,
    INTRODUCTION_PASSED_ON: ({ title, name }) => `${name ?? ""} le presenta a ${title}`,
    INTRODUCTION_ACCEPTED: ({ title }) => `Se ha aceptado su presentación a ${title}`,
    INTRODUCTION_DECLINED: ({ title }) => `Su presentación a ${title} no sigue adelante`,
    INTRODUCTION_FOLLOW_UP: ({ title }) => `¿La presentación a ${title} ha dado algún fruto?`,
    SEARCH_FOUND: ({ title }) => `Novedades en su búsqueda guardada: ${title}`,
    REPORT_FILED: ({ title }) => `Una denuncia espera su decisión: ${title}`,
    REPORT_UPHELD: ({ title }) => `Se ha retirado lo que usted denunció: ${title}`,
    REPORT_DISMISSED: ({ title }) => `Lo que usted denunció se mantiene: ${title}`,
    CLAIM_MADE: ({ title }) => `Una solicitud espera su decisión: ${title}`,
    CLAIM_APPROVED: ({ title }) => `Ahora usted responde por: ${title}`,
    CLAIM_DECLINED: ({ title }) => `No se ha aceptado su solicitud: ${title}`,
    TAKEN_DOWN: ({ title }) => `Oculto para los demás: ${title}`,
    RESTORED: ({ title }) => `Visible de nuevo: ${title}`,
    toPoll: "Abrir la encuesta",
    dates: "es",
    POLL_ASKED: ({ title, when }) => `¿Cuándo puede reunirse? ${title} (responda hasta el ${when})`,
    POLL_REMINDER: ({ title, when }) =>
      `Recordatorio: ¿cuándo puede reunirse? ${title} (responda hasta el ${when})`,
    POLL_DECIDED: ({ title, when }) => `Se ha elegido la fecha de ${title}: ${when}`,
    MEETING_INVITED: ({ title }) => `Invitación: ${title}`,
    MEETING_CHANGED: ({ title }) => `Cambio: ${title}`,
    MEETING_CANCELLED: ({ title }) => `Cancelada: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `Ya no está invitado: ${title}`,
  },
  fr: {
    several: (count) => `${count} nouvelles de Convene`,
    label: "Ouvrir Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `Message de ${name ?? ""} : ${title}`,
    INTRODUCTION_ASKED: ({ title, name }) =>
      `${name ?? ""} vous demande de la mettre en relation avec ${title}`,
    INTRODUCTION_PASSED_ON: ({ title, name }) => `${name ?? ""} vous présente ${title}`,
    INTRODUCTION_ACCEPTED: ({ title }) => `Votre mise en relation avec ${title} est acceptée`,
    INTRODUCTION_DECLINED: ({ title }) => `Votre mise en relation avec ${title} ne se fera pas`,
    INTRODUCTION_FOLLOW_UP: ({ title }) => `La mise en relation avec ${title} a-t-elle abouti ?`,
    SEARCH_FOUND: ({ title }) => `Du nouveau dans votre recherche enregistrée : ${title}`,
    REPORT_FILED: ({ title }) => `Un signalement attend votre décision : ${title}`,
    REPORT_UPHELD: ({ title }) => `Ce que vous avez signalé a été retiré : ${title}`,
    REPORT_DISMISSED: ({ title }) => `Ce que vous avez signalé est maintenu : ${title}`,
    CLAIM_MADE: ({ title }) => `Une demande attend votre décision : ${title}`,
    CLAIM_APPROVED: ({ title }) => `Vous répondez désormais de : ${title}`,
    CLAIM_DECLINED: ({ title }) => `Votre demande n’a pas été acceptée : ${title}`,
    TAKEN_DOWN: ({ title }) => `Masqué aux autres : ${title}`,
    RESTORED: ({ title }) => `De nouveau visible : ${title}`,
    toPoll: "Ouvrir le sondage",
    dates: "fr",
    POLL_ASKED: ({ title, when }) =>
      `Quand pouvez-vous vous réunir ? ${title} (réponse jusqu’au ${when})`,
    POLL_REMINDER: ({ title, when }) =>
      `Rappel : quand pouvez-vous vous réunir ? ${title} (réponse jusqu’au ${when})`,
    POLL_DECIDED: ({ title, when }) => `La date de ${title} est choisie : ${when}`,
    MEETING_INVITED: ({ title }) => `Invitation : ${title}`,
    MEETING_CHANGED: ({ title }) => `Modifiée : ${title}`,
    MEETING_CANCELLED: ({ title }) => `Annulée : ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `Vous n’êtes plus invité : ${title}`,
  },
  ru: {
    several: (count) => `Новости Convene: ${count}`,
    label: "Открыть Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `Сообщение от ${name ?? ""}: ${title}`,
    INTRODUCTION_ASKED: ({ title, name }) =>
      `${name ?? ""} просит познакомить с организацией ${title}`,
    INTRODUCTION_PASSED_ON: ({ title, name }) =>
      `${name ?? ""} знакомит вас с организацией ${title}`,
    INTRODUCTION_ACCEPTED: ({ title }) => `Знакомство с организацией ${title} принято`,
    INTRODUCTION_DECLINED: ({ title }) => `Знакомство с организацией ${title} не состоится`,
    INTRODUCTION_FOLLOW_UP: ({ title }) =>
      `Привело ли к чему-нибудь знакомство с организацией ${title}?`,
    SEARCH_FOUND: ({ title }) => `Новое в вашем сохранённом поиске: ${title}`,
    REPORT_FILED: ({ title }) => `Жалоба ждёт вашего решения: ${title}`,
    REPORT_UPHELD: ({ title }) => `То, на что вы пожаловались, скрыто: ${title}`,
    REPORT_DISMISSED: ({ title }) => `То, на что вы пожаловались, остаётся: ${title}`,
    CLAIM_MADE: ({ title }) => `Заявка ждёт вашего решения: ${title}`,
    CLAIM_APPROVED: ({ title }) => `Теперь за эту организацию отвечаете вы: ${title}`,
    CLAIM_DECLINED: ({ title }) => `Ваша заявка отклонена: ${title}`,
    TAKEN_DOWN: ({ title }) => `Скрыто от других: ${title}`,
    RESTORED: ({ title }) => `Снова видно: ${title}`,
    toPoll: "Открыть опрос",
    dates: "ru",
    POLL_ASKED: ({ title, when }) => `Когда вы можете встретиться? ${title} (ответ до ${when})`,
    POLL_REMINDER: ({ title, when }) =>
      `Напоминание: когда вы можете встретиться? ${title} (ответ до ${when})`,
    POLL_DECIDED: ({ title, when }) => `Выбрано время «${title}»: ${when}`,
    MEETING_INVITED: ({ title }) => `Приглашение: ${title}`,
    MEETING_CHANGED: ({ title }) => `Изменено: ${title}`,
    MEETING_CANCELLED: ({ title }) => `Отменено: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `Вы больше не приглашены: ${title}`,
  },
  zh: {
    several: (count) => `Convene 有 ${count} 条新消息`,
    label: "打开 Convene",
    MESSAGE_RECEIVED: ({ title, name }) => `${name ?? ""} 的来信：${title}`,
    INTRODUCTION_ASKED: ({ title, name }) => `${name ?? ""} 请您引荐其认识：${title}`,
    INTRODUCTION_PASSED_ON: ({ title, name }) => `${name ?? ""} 向您引荐：${title}`,
    INTRODUCTION_ACCEPTED: ({ title }) => `您与 ${title} 的引荐已获接受`,
    INTRODUCTION_DECLINED: ({ title }) => `您与 ${title} 的引荐未能继续`,
    INTRODUCTION_FOLLOW_UP: ({ title }) => `与 ${title} 的引荐有结果吗？`,
    SEARCH_FOUND: ({ title }) => `您保存的搜索有新结果：${title}`,
    REPORT_FILED: ({ title }) => `有一份举报等待您处理：${title}`,
    REPORT_UPHELD: ({ title }) => `您举报的内容已被撤下：${title}`,
    REPORT_DISMISSED: ({ title }) => `您举报的内容予以保留：${title}`,
    CLAIM_MADE: ({ title }) => `有一项认领申请等待您决定：${title}`,
    CLAIM_APPROVED: ({ title }) => `您现在负责：${title}`,
    CLAIM_DECLINED: ({ title }) => `您的认领申请未获批准：${title}`,
    TAKEN_DOWN: ({ title }) => `已对他人隐藏：${title}`,
    RESTORED: ({ title }) => `已恢复显示：${title}`,
    toPoll: "打开投票",
    dates: "zh-CN",
    POLL_ASKED: ({ title, when }) => `您何时可以开会？${title}（请在 ${when} 前答复）`,
    POLL_REMINDER: ({ title, when }) => `提醒：您何时可以开会？${title}（请在 ${when} 前答复）`,
    POLL_DECIDED: ({ title, when }) => `${title} 的时间已确定：${when}`,
    MEETING_INVITED: ({ title }) => `会议邀请：${title}`,
    MEETING_CHANGED: ({ title }) => `会议变更：${title}`,
    MEETING_CANCELLED: ({ title }) => `会议取消：${title}`,
    MEETING_WITHDRAWN: ({ title }) => `您不再受邀：${title}`,
  },
};

/** What happened, in a line. */
export const lineOf = (words: NoticeWords, item: NoticeItem): string =>
  words[item.event]({ ...item, when: whenOf(words, item) });

/** With the name of the zone, since the reader may be elsewhere. */
function whenOf({ dates }: NoticeWords, { at }: NoticeItem): string {
  if (!at) return "";
  const { moment, timeZone } = at;
  const shown = { dateStyle: "full", timeStyle: "short", timeZone } as const;
  return `${new Date(moment).toLocaleString(dates, shown)}, ${timeZone}`;
}
