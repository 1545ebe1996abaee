import type { MailLanguage } from "@convene/shared/mail/mail-language";

export interface ReplyWords {
  readonly locale: string;
  readonly ask: string;
  readonly more: (count: number) => string;
  readonly yes: string;
  readonly no: string;
  readonly saved: string;
  readonly savedAbout: string;
  readonly late: string;
  readonly gone: string;
}

/** What the page says by which an invitation is answered. */
export const replyWords: Readonly<Record<MailLanguage, ReplyWords>> = {
  ar: {
    locale: "ar",
    ask: "هل ستحضر؟",
    more: (count) => `ومواعيد أخرى من السلسلة: ${count}`,
    yes: "نعم، سأحضر",
    no: "لا",
    saved: "سُجّل ردك",
    savedAbout: "يمكنك تغييره بالرابط نفسه إلى أن يبدأ الاجتماع.",
    late: "لا يمكن الرد بعد الآن: بدأ الاجتماع أو تغيّر موعده.",
    gone: "لم تعد هذه الدعوة قائمة.",
  },
  en: {
    locale: "en-GB",
    ask: "Will you come?",
    more: (count) => `Other dates of the series: ${count}`,
    yes: "Yes, I will",
    no: "No",
    saved: "Your answer is recorded",
    savedAbout: "You can change it by the same link until the meeting begins.",
    late: "This cannot be answered any more: the meeting has begun, or was moved.",
    gone: "This invitation is no more.",
  },
  es: {
    locale: "es",
    ask: "¿Asistirá?",
    more: (count) => `Otras fechas de la serie: ${count}`,
    yes: "Sí, asistiré",
    no: "No",
    saved: "Su respuesta está registrada",
    savedAbout: "Puede cambiarla con el mismo enlace hasta que empiece la reunión.",
    late: "Ya no se puede responder: la reunión ha empezado o se ha movido.",
    gone: "Esta invitación ya no existe.",
  },
  fr: {
    locale: "fr",
    ask: "Viendrez-vous ?",
    more: (count) => `Autres dates de la série : ${count}`,
    yes: "Oui, je viendrai",
    no: "Non",
    saved: "Votre réponse est enregistrée",
    savedAbout: "Vous pouvez la changer par le même lien jusqu’au début de la réunion.",
    late: "On ne peut plus répondre : la réunion a commencé ou a été déplacée.",
    gone: "Cette invitation n’existe plus.",
  },
  ru: {
    locale: "ru",
    ask: "Вы придёте?",
    more: (count) => `Другие даты серии: ${count}`,
    yes: "Да, приду",
    no: "Нет",
    saved: "Ваш ответ записан",
    savedAbout: "Его можно изменить по той же ссылке до начала встречи.",
    late: "Ответить уже нельзя: встреча началась или перенесена.",
    gone: "Этого приглашения больше нет.",
  },
  zh: {
    locale: "zh-CN",
    ask: "您会参加吗？",
    more: (count) => `该系列的其他日期：${count}`,
    yes: "会参加",
    no: "不参加",
    saved: "您的答复已记录",
    savedAbout: "会议开始前，您可以用同一链接更改。",
    late: "现在无法答复：会议已开始或已改期。",
    gone: "此邀请已不存在。",
  },
};
