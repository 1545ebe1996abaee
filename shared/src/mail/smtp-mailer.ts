import { createTransport, type Transporter } from "nodemailer";
import { JobRefused } from "../job/job-kind.ts";
import { type MailFrom, messageOf } from "./mail-message.ts";
import type { Mail, Mailer } from "./mailer.ts";

/** Milliseconds. */
const CONNECT = 15_000;
const SILENCE = 30_000;

export interface SmtpMailerOptions {
  /** `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://…` (RFC 8314). */
  readonly url: string;
  readonly from: MailFrom;
  /** Where what cannot be delivered comes back; else to the sender. */
  readonly bounceDomain?: string | undefined;
}

/** Through a mail server. */
export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;

  constructor(private readonly options: SmtpMailerOptions) {
    const url = new URL(options.url);
    for (const [name, value] of Object.entries({
      connectionTimeout: CONNECT,
      greetingTimeout: CONNECT,
      socketTimeout: SILENCE,
    })) {
      if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
    }
    this.transport = createTransport(url.href);
  }

  async send(mail: Mail): Promise<void> {
    try {
      const { from, bounceDomain } = this.options;
      const back =
        bounceDomain !== undefined && mail.bounce !== undefined
          ? { envelope: { from: `bounce+${mail.bounce}@${bounceDomain}`, to: mail.to.address } }
          : {};
      await this.transport.sendMail({ ...messageOf(mail, from), ...back });
    } catch (error) {
      // 5yz: "the command was not accepted, and shall not be repeated as it is" (RFC 5321, 4.2.1).
      if (responseCodeOf(error) >= 500) throw new JobRefused(messageWithoutAddress(error, mail));
      throw error;
    }
  }
}

function responseCodeOf(error: unknown): number {
  const code = error instanceof Error && "responseCode" in error ? error.responseCode : null;
  return typeof code === "number" ? code : 0;
}

/** A server repeats the address in its answer, which goes to the log. */
const messageWithoutAddress = (error: unknown, { to }: Mail): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(to.address, "the recipient");
