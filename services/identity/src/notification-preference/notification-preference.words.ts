import type { Words } from "../layout/language.page.ts";
import type {
  NotificationFrequency,
  NotificationKind,
} from "../notification-setting/notification-kind.enum.ts";
import { kindWords } from "./notification-kind.words.ts";

export interface PreferenceWords extends Readonly<Record<NotificationKind, string>> {
  readonly title: string;
  readonly language: string;
  readonly timeZone: string;
  readonly frequencies: Readonly<Record<NotificationFrequency, string>>;
  readonly save: string;
  readonly wrongZone: string;
  /** Beside the form: what no choice stops. */
  readonly always: string;
  readonly stopTitle: string;
  readonly stop: string;
  readonly stopped: string;
  readonly all: string;
  readonly bad: string;
  /** Mail to their address comes back. */
  readonly bounced: string;
  readonly resume: string;
}

/** What the pages say to which a mail leads, in the languages that mails have. */
export const preferenceWords: Words<PreferenceWords> = {
  ar: {
    ...kindWords.ar,
    title: "تفضيلات البريد",
    language: "لغة الرسائل",
    timeZone: "المنطقة الزمنية",
    frequencies: {
      AT_ONCE: "فورًا",
      DAILY: "يوميًا",
      WEEKLY: "أسبوعيًا",
      QUARTERLY: "كل ثلاثة أشهر",
      NEVER: "أبدًا",
    },
    save: "حفظ",
    wrongZone: "لا توجد منطقة زمنية بهذا الاسم.",
    always: "روابط تسجيل الدخول التي تطلبها تصل دائمًا.",
    stopTitle: "إيقاف هذه الرسائل؟",
    stop: "إيقافها",
    stopped: "لن تصلك هذه الرسائل بعد الآن.",
    all: "كل تفضيلات البريد",
    bad: "هذا الرابط غير صالح.",
    bounced: "تعود الرسائل المرسلة إلى عنوانك، فلا نرسل إليه شيئًا",
    resume: "عنواني يعمل من جديد",
  },
  en: {
    ...kindWords.en,
    title: "Mail preferences",
    language: "Language of mails",
    timeZone: "Time zone",
    frequencies: {
      AT_ONCE: "At once",
      DAILY: "Daily",
      WEEKLY: "Weekly",
      QUARTERLY: "Quarterly",
      NEVER: "Never",
    },
    save: "Save",
    wrongZone: "There is no such time zone.",
    always: "Links to sign in that you ask for always come.",
    stopTitle: "Stop these mails?",
    stop: "Stop them",
    stopped: "You will get no more of these mails.",
    all: "All mail preferences",
    bad: "This link is not good.",
    bounced: "Mail to your address comes back, so we send none",
    resume: "It works again",
  },
  es: {
    ...kindWords.es,
    title: "Preferencias de correo",
    language: "Idioma de los correos",
    timeZone: "Zona horaria",
    frequencies: {
      AT_ONCE: "Al momento",
      DAILY: "Cada día",
      WEEKLY: "Cada semana",
      QUARTERLY: "Cada trimestre",
      NEVER: "Nunca",
    },
    save: "Guardar",
    wrongZone: "No existe tal zona horaria.",
    always: "Los enlaces para entrar que usted pide llegan siempre.",
    stopTitle: "¿Dejar de recibir estos correos?",
    stop: "Dejar de recibirlos",
    stopped: "Ya no recibirá estos correos.",
    all: "Todas las preferencias de correo",
    bad: "Este enlace no es válido.",
    bounced: "Los correos a su dirección se devuelven, y no le enviamos más",
    resume: "Ya funciona de nuevo",
  },
  fr: {
    ...kindWords.fr,
    title: "Préférences de courrier",
    language: "Langue des messages",
    timeZone: "Fuseau horaire",
    frequencies: {
      AT_ONCE: "Aussitôt",
      DAILY: "Chaque jour",
      WEEKLY: "Chaque semaine",
      QUARTERLY: "Chaque trimestre",
      NEVER: "Jamais",
    },
    save: "Enregistrer",
    wrongZone: "Ce fuseau horaire n’existe pas.",
    always: "Les liens de connexion que vous demandez arrivent toujours.",
    stopTitle: "Ne plus recevoir ces messages ?",
    stop: "Ne plus les recevoir",
    stopped: "Vous ne recevrez plus ces messages.",
    all: "Toutes les préférences de courrier",
    bad: "Ce lien n’est pas valable.",
    bounced: "Les messages à votre adresse nous reviennent : nous n’en envoyons plus",
    resume: "Elle fonctionne à nouveau",
  },
  ru: {
    ...kindWords.ru,
    title: "Настройки почты",
    language: "Язык писем",
    timeZone: "Часовой пояс",
    frequencies: {
      AT_ONCE: "Сразу",
      DAILY: "Раз в день",
      WEEKLY: "Раз в неделю",
      QUARTERLY: "Раз в квартал",
      NEVER: "Никогда",
    },
    save: "Сохранить",
    wrongZone: "Такого часового пояса нет.",
    always: "Ссылки для входа, которые вы запросили, приходят всегда.",
    stopTitle: "Больше не получать эти письма?",
    stop: "Не получать",
    stopped: "Вы больше не будете получать эти письма.",
    all: "Все настройки почты",
    bad: "Эта ссылка недействительна.",
    bounced: "Письма на ваш адрес возвращаются, и мы их не отправляем",
    resume: "Адрес снова работает",
  },
  zh: {
    ...kindWords.zh,
    title: "邮件偏好",
    language: "邮件语言",
    timeZone: "时区",
    frequencies: {
      AT_ONCE: "立即",
      DAILY: "每天",
      WEEKLY: "每周",
      QUARTERLY: "每季度",
      NEVER: "从不",
    },
    save: "保存",
    wrongZone: "没有这个时区。",
    always: "您请求的登录链接始终会发送。",
    stopTitle: "停止接收此类邮件？",
    stop: "停止接收",
    stopped: "您将不再收到此类邮件。",
    all: "全部邮件偏好",
    bad: "此链接无效。",
    bounced: "发往您地址的邮件被退回，因此我们不再发送",
    resume: "地址已恢复正常",
  },
};
