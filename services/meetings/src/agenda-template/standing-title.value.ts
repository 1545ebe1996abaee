import { MAIL_LANGUAGES, type MailLanguage } from "@convene/shared/mail/mail-language";
import type { StandingItem } from "../agenda-item/standing-item.enum.ts";

/** The six languages of the United Nations. */
export type AgendaLanguage = MailLanguage;

export const AGENDA_LANGUAGES: readonly string[] = MAIL_LANGUAGES;

/** What a standing item is called where a template does not say. */
export const STANDING_TITLES: Readonly<Record<AgendaLanguage, Record<StandingItem, string>>> = {
  ar: {
    WELCOME: "الترحيب",
    MINUTES_APPROVAL: "اعتماد محضر الاجتماع السابق",
    ACTION_LOG: "متابعة الإجراءات",
    ROUND_TABLE: "جولة المستجدات",
    NEXT_DATE: "موعد الاجتماع القادم",
  },
  en: {
    WELCOME: "Welcome",
    MINUTES_APPROVAL: "Approval of the last minutes",
    ACTION_LOG: "Action log",
    ROUND_TABLE: "Round table",
    NEXT_DATE: "Next date",
  },
  es: {
    WELCOME: "Bienvenida",
    MINUTES_APPROVAL: "Aprobación del acta anterior",
    ACTION_LOG: "Seguimiento de las acciones",
    ROUND_TABLE: "Ronda de novedades",
    NEXT_DATE: "Próxima fecha",
  },
  fr: {
    WELCOME: "Accueil",
    MINUTES_APPROVAL: "Approbation du dernier compte rendu",
    ACTION_LOG: "Suivi des actions",
    ROUND_TABLE: "Tour de table",
    NEXT_DATE: "Prochaine date",
  },
  ru: {
    WELCOME: "Приветствие",
    MINUTES_APPROVAL: "Утверждение протокола прошлой встречи",
    ACTION_LOG: "Ход выполнения задач",
    ROUND_TABLE: "Новости участников",
    NEXT_DATE: "Дата следующей встречи",
  },
  zh: {
    WELCOME: "开场致辞",
    MINUTES_APPROVAL: "通过上次会议记录",
    ACTION_LOG: "行动事项跟进",
    ROUND_TABLE: "各方通报",
    NEXT_DATE: "下次会议日期",
  },
};
