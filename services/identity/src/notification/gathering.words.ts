import type { MailLanguage } from "@convene/shared/mail/mail-language";
import type { NoticeWords } from "./notification-line.value.ts";

type GatheringEvent = Extract<
  keyof NoticeWords,
  `${"ACTION" | "AGENDA" | "CALL" | "MEETING" | "POLL"}_${string}`
>;

/** What a mail says, in a line, of groups that meet: of polls, calls for input, meetings, agendas and actions. */
export const gatheringWords: Readonly<Record<MailLanguage, Pick<NoticeWords, GatheringEvent>>> = {
  ar: {
    POLL_ASKED: ({ title, when }) => `متى يمكنك الاجتماع؟ ${title} (الإجابة حتى ${when})`,
    POLL_REMINDER: ({ title, when }) => `تذكير: لم تجب بعد عن موعد ${title} (الإجابة حتى ${when})`,
    POLL_DECIDED: ({ title, when }) => `حُدد موعد ${title}: ${when}`,
    CALL_OPENED: ({ title, name, when }) =>
      `${name ?? ""} يطلب رأيكم: ${title} (الإجابة حتى ${when})`,
    CALL_REMINDER: ({ title, when }) => `تذكير: لم تجيبوا بعد: ${title} (حتى ${when})`,
    MEETING_INVITED: ({ title }) => `دعوة إلى اجتماع: ${title}`,
    MEETING_CHANGED: ({ title }) => `تغيّر اجتماع: ${title}`,
    MEETING_CANCELLED: ({ title }) => `أُلغي اجتماع: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `لم تعد مدعوًا: ${title}`,
    AGENDA_PROPOSED: ({ title, name }) =>
      `${name ?? "أحد الأعضاء"} يقترح بندًا لجدول الأعمال: ${title}`,
    AGENDA_ACCEPTED: ({ title }) => `قُبل اقتراحك لجدول الأعمال: ${title}`,
    AGENDA_DECLINED: ({ title }) => `لم يُقبل اقتراحك لجدول الأعمال: ${title}`,
    AGENDA_POSTPONED: ({ title }) => `أُرجئ اقتراحك إلى اجتماع لاحق: ${title}`,
    ACTION_NUDGE: ({ title, when, count }) =>
      count === 1
        ? `مهمة لك ما زالت مفتوحة قبل ${title} (${when})`
        : `مهام لك ما زالت مفتوحة قبل ${title} (${when}): ${count}، وأولها أدناه`,
  },
  en: {
    POLL_ASKED: ({ title, when }) => `When can you meet? ${title} (answer until ${when})`,
    POLL_REMINDER: ({ title, when }) =>
      `A reminder: when can you meet? ${title} (answer until ${when})`,
    POLL_DECIDED: ({ title, when }) => `The time of ${title} is chosen: ${when}`,
    CALL_OPENED: ({ title, name, when }) =>
      `${name ?? ""} asks for your input: ${title} (answer until ${when})`,
    CALL_REMINDER: ({ title, when }) => `Not answered yet: ${title} (until ${when})`,
    MEETING_INVITED: ({ title }) => `Invitation: ${title}`,
    MEETING_CHANGED: ({ title }) => `Changed: ${title}`,
    MEETING_CANCELLED: ({ title }) => `Called off: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `You are no longer invited: ${title}`,
    AGENDA_PROPOSED: ({ title, name }) => `${name ?? "A member"} proposes for the agenda: ${title}`,
    AGENDA_ACCEPTED: ({ title }) => `Your proposal is on the agenda: ${title}`,
    AGENDA_DECLINED: ({ title }) => `Your proposal comes on no agenda: ${title}`,
    AGENDA_POSTPONED: ({ title }) => `Your proposal waits for a later meeting: ${title}`,
    ACTION_NUDGE: ({ title, when, count }) =>
      count === 1
        ? `An action of yours is still open before ${title} (${when})`
        : `${count} actions of yours are still open before ${title} (${when}); the first is below`,
  },
  es: {
    POLL_ASKED: ({ title, when }) => `¿Cuándo puede reunirse? ${title} (responda hasta el ${when})`,
    POLL_REMINDER: ({ title, when }) =>
      `Recordatorio: ¿cuándo puede reunirse? ${title} (responda hasta el ${when})`,
    POLL_DECIDED: ({ title, when }) => `Se ha elegido la fecha de ${title}: ${when}`,
    CALL_OPENED: ({ title, name, when }) =>
      `${name ?? ""} pide su aportación: ${title} (responda hasta el ${when})`,
    CALL_REMINDER: ({ title, when }) => `Aún sin respuesta: ${title} (hasta el ${when})`,
    MEETING_INVITED: ({ title }) => `Invitación: ${title}`,
    MEETING_CHANGED: ({ title }) => `Cambio: ${title}`,
    MEETING_CANCELLED: ({ title }) => `Cancelada: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `Ya no está invitado: ${title}`,
    AGENDA_PROPOSED: ({ title, name }) =>
      `${name ?? "Un miembro"} propone para el orden del día: ${title}`,
    AGENDA_ACCEPTED: ({ title }) => `Su propuesta está en el orden del día: ${title}`,
    AGENDA_DECLINED: ({ title }) => `Su propuesta no entra en el orden del día: ${title}`,
    AGENDA_POSTPONED: ({ title }) => `Su propuesta queda para otra reunión: ${title}`,
    ACTION_NUDGE: ({ title, when, count }) =>
      count === 1
        ? `Una acción suya sigue abierta antes de ${title} (${when})`
        : `${count} acciones suyas siguen abiertas antes de ${title} (${when}); abajo, la primera`,
  },
  fr: {
    POLL_ASKED: ({ title, when }) =>
      `Quand pouvez-vous vous réunir ? ${title} (réponse jusqu’au ${when})`,
    POLL_REMINDER: ({ title, when }) =>
      `Rappel : quand pouvez-vous vous réunir ? ${title} (réponse jusqu’au ${when})`,
    POLL_DECIDED: ({ title, when }) => `La date de ${title} est choisie : ${when}`,
    CALL_OPENED: ({ title, name, when }) =>
      `${name ?? ""} demande votre contribution : ${title} (réponse avant le ${when})`,
    CALL_REMINDER: ({ title, when }) => `Pas encore de réponse : ${title} (avant le ${when})`,
    MEETING_INVITED: ({ title }) => `Invitation : ${title}`,
    MEETING_CHANGED: ({ title }) => `Modifiée : ${title}`,
    MEETING_CANCELLED: ({ title }) => `Annulée : ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `Vous n’êtes plus invité : ${title}`,
    AGENDA_PROPOSED: ({ title, name }) =>
      `${name ?? "Un membre"} propose à l’ordre du jour : ${title}`,
    AGENDA_ACCEPTED: ({ title }) => `Votre proposition est à l’ordre du jour : ${title}`,
    AGENDA_DECLINED: ({ title }) =>
      `Votre proposition n’est pas retenue à l’ordre du jour : ${title}`,
    AGENDA_POSTPONED: ({ title }) => `Votre proposition attend une prochaine réunion : ${title}`,
    ACTION_NUDGE: ({ title, when, count }) =>
      count === 1
        ? `Une de vos actions reste ouverte avant ${title} (${when})`
        : `${count} de vos actions restent ouvertes avant ${title} (${when}) ; la première ci-dessous`,
  },
  ru: {
    POLL_ASKED: ({ title, when }) => `Когда вы можете встретиться? ${title} (ответ до ${when})`,
    POLL_REMINDER: ({ title, when }) =>
      `Напоминание: когда вы можете встретиться? ${title} (ответ до ${when})`,
    POLL_DECIDED: ({ title, when }) => `Выбрано время «${title}»: ${when}`,
    CALL_OPENED: ({ title, name, when }) =>
      `${name ?? ""} просит ваши предложения: ${title} (ответ до ${when})`,
    CALL_REMINDER: ({ title, when }) => `Ещё нет ответа: ${title} (до ${when})`,
    MEETING_INVITED: ({ title }) => `Приглашение: ${title}`,
    MEETING_CHANGED: ({ title }) => `Изменено: ${title}`,
    MEETING_CANCELLED: ({ title }) => `Отменено: ${title}`,
    MEETING_WITHDRAWN: ({ title }) => `Вы больше не приглашены: ${title}`,
    AGENDA_PROPOSED: ({ title, name }) =>
      `Предложение в повестку (${name ?? "участник"}): ${title}`,
    AGENDA_ACCEPTED: ({ title }) => `Ваше предложение включено в повестку: ${title}`,
    AGENDA_DECLINED: ({ title }) => `Ваше предложение не включено в повестку: ${title}`,
    AGENDA_POSTPONED: ({ title }) =>
      `Ваше предложение отложено до одной из следующих встреч: ${title}`,
    ACTION_NUDGE: ({ title, when, count }) =>
      count === 1
        ? `Ваше поручение ещё не выполнено перед встречей «${title}» (${when})`
        : `Ваши невыполненные поручения перед встречей «${title}» (${when}): ${count}; первое — ниже`,
  },
  zh: {
    POLL_ASKED: ({ title, when }) => `您何时可以开会？${title}（请在 ${when} 前答复）`,
    POLL_REMINDER: ({ title, when }) => `提醒：您何时可以开会？${title}（请在 ${when} 前答复）`,
    POLL_DECIDED: ({ title, when }) => `${title} 的时间已确定：${when}`,
    CALL_OPENED: ({ title, name, when }) =>
      `${name ?? ""} 征求您的意见：${title}（请在 ${when} 前答复）`,
    CALL_REMINDER: ({ title, when }) => `提醒：尚未答复 ${title}（截止 ${when}）`,
    MEETING_INVITED: ({ title }) => `会议邀请：${title}`,
    MEETING_CHANGED: ({ title }) => `会议变更：${title}`,
    MEETING_CANCELLED: ({ title }) => `会议取消：${title}`,
    MEETING_WITHDRAWN: ({ title }) => `您不再受邀：${title}`,
    AGENDA_PROPOSED: ({ title, name }) => `${name ?? "一位成员"} 提议列入议程：${title}`,
    AGENDA_ACCEPTED: ({ title }) => `您的提议已列入议程：${title}`,
    AGENDA_DECLINED: ({ title }) => `您的提议未列入议程：${title}`,
    AGENDA_POSTPONED: ({ title }) => `您的提议留待以后的会议：${title}`,
    ACTION_NUDGE: ({ title, when, count }) =>
      count === 1
        ? `${title}（${when}）之前您还有 1 项行动未完成`
        : `${title}（${when}）之前您还有 ${count} 项行动未完成，第一项见下`,
  },
};
