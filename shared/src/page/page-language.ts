import { type MailLanguage, mailLanguageOf } from "../mail/mail-language.ts";
import type { PageRequest } from "./page-door.ts";

/** So many of what a browser prefers are looked at. */
const MOST = 10;

/** What the browser says that its user reads, in the order in which browsers write it: best first. */
export const languageOfPage = ({ headers }: Pick<PageRequest, "headers">): MailLanguage =>
  mailLanguageOf(
    (headers["accept-language"] ?? "")
      .split(",", MOST)
      .map((part) => part.split(";", 1)[0]?.trim() ?? ""),
  );
