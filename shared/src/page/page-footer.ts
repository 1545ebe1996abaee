import type { MailLanguage } from "../mail/mail-language.ts";

/** Below every page. */
export const pageFooter: Readonly<Record<MailLanguage, string>> = {
  ar: "شبكة بيانية واحدة للاتفاق العالمي بشأن الهجرة",
  en: "One graph for the Global Compact for Migration",
  es: "Un solo grafo para el Pacto Mundial para la Migración",
  fr: "Un seul graphe pour le Pacte mondial sur les migrations",
  ru: "Единый граф Глобального договора о миграции",
  zh: "《移民问题全球契约》的统一图谱",
};
