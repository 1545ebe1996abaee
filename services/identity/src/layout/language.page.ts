import { type MailLanguage, mailLanguageOf } from "@convene/shared/mail/mail-language";
import type { Context } from "hono";

/** The words of a page in each of the six languages of the United Nations, or it does not compile. */
export type Words<T> = Readonly<Record<MailLanguage, T>>;

/** The tags of `accept-language`, in the order in which browsers write them: best first. */
export const languagesIn = (header: string): readonly string[] =>
  header
    .split(",")
    .map((part) => part.split(";", 1)[0]?.trim() ?? "")
    .filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag))
    .slice(0, 10);

/** What the browser says that its user reads; English where it says none that we speak. */
export const languageOf = (context: Context): MailLanguage =>
  mailLanguageOf(languagesIn(context.req.header("accept-language") ?? ""));

export const wordsFor = <T>(context: Context, words: Words<T>): T => words[languageOf(context)];
