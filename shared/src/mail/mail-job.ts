import { z } from "zod";
import type { JobKind } from "../job/job-kind.ts";
import type { MailKind } from "./mail-kind.ts";
import { htmlOf, plainOf } from "./mail-layout.ts";
import type { MailCalendar, Mailer } from "./mailer.ts";
import { MAIL_LANGUAGES, mailLanguageOf } from "./mail-language.ts";

const letterSchema = z.object({
  kind: z.string(),
  to: z.object({ address: z.email(), name: z.string().nullable() }),
  language: z.enum(MAIL_LANGUAGES),
  data: z.looseObject({}),
});

/** A mail that waits: its kind and what it is about. Its words are found when it is sent. */
export type Letter = z.infer<typeof letterSchema>;

export interface LetterTo {
  readonly address: string;
  readonly name?: string | null;
  /** What the recipient reads, BCP 47, best first. */
  readonly languages?: readonly string[];
}

/** @throws when the data does not fit the kind, or the address is not one address. */
export const letterOf = <T extends object>(kind: MailKind<T>, to: LetterTo, data: T): Letter =>
  letterSchema.parse({
    kind: kind.name,
    to: { address: to.address, name: to.name ?? null },
    language: mailLanguageOf(to.languages ?? []),
    data: kind.data.parse(data),
  });

/**
 * The job that sends the mails of one service. Enqueue it with a key that names what the mail is
 * about and for whom, and each recipient has it once. Sixteen attempts reach over about two days.
 */
export const mailJob = (kinds: readonly MailKind[]): JobKind<Letter> => ({
  name: "send-mail",
  data: letterSchema,
  retries: 15,
  retryDelay: 5,
  atOnce: 4,
  timeout: 120,
  run: async ({ mail }, { kind: name, to, language, data }, { id }) => {
    const kind = kinds.find((each) => each.name === name);
    if (!kind) throw new Error(`There is no mail ${name} in this version`);
    await sendLetter(mail, { kind, letter: { kind: name, to, language, data }, id });
  },
});

interface LetterToSend {
  readonly kind: MailKind;
  readonly letter: Letter;
  /** The same at every attempt. */
  readonly id: string;
  /** Where mails like it are stopped. */
  readonly unsubscribe?: string;
  /** By which it is known again if it comes back. */
  readonly bounce?: string;
  readonly calendar?: MailCalendar;
}

/** For a job of its own, such as one that knows a secret which must not be stored with the job. */
export async function sendLetter(mail: Mailer, sending: LetterToSend): Promise<void> {
  const { kind, letter, id, unsubscribe, bounce, calendar } = sending;
  const { to, language } = letter;
  const text = kind.texts[language](kind.data.parse(letter.data));
  const parts = {
    subject: text.subject,
    plain: plainOf(text, language, unsubscribe),
    html: htmlOf(text, language, unsubscribe),
  };
  const stop = unsubscribe === undefined ? {} : { unsubscribe };
  const back = bounce === undefined ? {} : { bounce };
  const invitation = calendar === undefined ? {} : { calendar };
  const made = { id, kind: kind.name, to, language, ...parts };
  await mail.send({ ...made, ...stop, ...back, ...invitation });
}
