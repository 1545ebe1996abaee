import type { Words } from "../layout/language.page.ts";

interface QuietWords {
  readonly from: string;
  /** Says too how they are turned off. */
  readonly until: string;
  readonly wrong: string;
}

/** What the page says of the hours at which nobody is written to. */
export const quietWords: Words<QuietWords> = {
  ar: {
    from: "ساعات الهدوء من (لا بريد خلالها)",
    until: "حتى (اترك الحقلين فارغين لإلغائها)",
    wrong: "وقتان مثل 21:00 و07:00، وبينهما 18 ساعة على الأكثر.",
  },
  en: {
    from: "Quiet hours, without mail, from",
    until: "until (leave both empty for none)",
    wrong: "Two times such as 21:00 and 07:00, at most 18 hours apart.",
  },
  es: {
    from: "Horas de silencio, sin correos, desde",
    until: "hasta (deje ambos campos vacíos para no tenerlas)",
    wrong: "Dos horas como 21:00 y 07:00, con 18 horas de diferencia como máximo.",
  },
  fr: {
    from: "Heures calmes, sans courriel, de",
    until: "à (laissez les deux champs vides pour n’en avoir aucune)",
    wrong: "Deux heures comme 21:00 et 07:00, séparées de 18 heures au plus.",
  },
  ru: {
    from: "Тихие часы, без писем, с",
    until: "до (оставьте оба поля пустыми, чтобы отключить)",
    wrong: "Два времени, например 21:00 и 07:00, не более 18 часов между ними.",
  },
  zh: {
    from: "免打扰时段（不发邮件），从",
    until: "到（两项都留空则不设）",
    wrong: "请填写两个时间，如 21:00 和 07:00，间隔最多 18 小时。",
  },
};
