import type { z } from "zod";
import type { MailLanguage } from "./mail-language.ts";

/** What a mail says, in plain text: the layout makes both of its parts from this. */
export interface MailText {
  readonly subject: string;
  /** The first says who writes and why. */
  readonly paragraphs: readonly string[];
  /** The one thing that the reader may want to do. */
  readonly action?: { readonly label: string; readonly url: string };
  /** What stands below the action, such as until when it is good. */
  readonly notes?: readonly string[];
  /** Whoever did not expect it is not told that they may ignore it: a note says what to do. */
  readonly isWarning?: true;
}

/** A method's type, so that a list may hold kinds of different data. */
type Say<T> = { say(data: T): MailText }["say"];

/** One kind of mail: its catalogue has every language, or it does not compile. */
export interface MailKind<T extends object = object> {
  /** Unique in its service, such as `invitation`. */
  readonly name: string;
  readonly data: z.ZodType<T>;
  readonly texts: Readonly<Record<MailLanguage, Say<T>>>;
}
