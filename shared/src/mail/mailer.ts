export interface MailCalendar {
  readonly method: "REQUEST" | "CANCEL";
  /** iCalendar, without who invites and who is invited. */
  readonly text: string;
}

/** A mail that is ready to be sent. */
export interface Mail {
  /** The same each time that one tries: by it a mail is sent, or written, once. */
  readonly id: string;
  /** What kind of mail it is, such as `invitation`: said in the log, and nothing else of it. */
  readonly kind: string;
  readonly to: { readonly address: string; readonly name: string | null };
  readonly language: string;
  readonly subject: string;
  readonly plain: string;
  readonly html: string;
  /** Where one POST stops mails like it (RFC 8058); absent for what somebody has just asked for. */
  readonly unsubscribe?: string;
  /** For the recipient's calendar (RFC 6047): the sender of the mail is who invites. */
  readonly calendar?: MailCalendar;
  /** By which a mail that comes back is known again: it stands in the sender (VERP). */
  readonly bounce?: string;
}

export interface Mailer {
  /** @throws JobRefused when there is no use in trying again. */
  send(mail: Mail): Promise<void>;
  /** Where it keeps what it has sent: takes away what has lain there for too long. */
  forgetSent?(now: Date): Promise<void>;
}

/** Where a process has nothing to do with mail. */
export const noMailer: Mailer = {
  send: () => Promise.reject(new Error("This process sends no mail")),
};
