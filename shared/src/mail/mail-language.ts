/** The six languages of the United Nations: every mail speaks all of them. */
export const MAIL_LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"] as const;

export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** The language of a mail for somebody who reads these (BCP 47, best first); English for others. */
export function mailLanguageOf(languages: readonly string[]): MailLanguage {
  for (const tag of languages) {
    const primary = tag.toLowerCase().split("-")[0];
    const found = MAIL_LANGUAGES.find((language) => language === primary);
    if (found) return found;
  }
  return "en";
}

export const directionOf = (language: MailLanguage): "ltr" | "rtl" =>
  language === "ar" ? "rtl" : "ltr";
