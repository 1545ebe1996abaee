import type { SendMailOptions } from "nodemailer";
import { addressed } from "./calendar-part.ts";
import type { Mail } from "./mailer.ts";

export interface MailFrom {
  readonly name: string;
  readonly address: string;
}

/**
 * The message (RFC 5322). Its Message-ID is made of the job's, so a mail that is sent twice, because
 * nobody heard that it had been sent, is one mail to the program that receives it.
 */
export function messageOf(mail: Mail, from: MailFrom): SendMailOptions {
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  return {
    messageId: `<${mail.id}@${domain}>`,
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(mail.to.name ?? ""), address: mail.to.address },
    subject: oneLine(mail.subject),
    text: mail.plain,
    html: mail.html,
    ...(mail.calendar && {
      icalEvent: {
        method: mail.calendar.method,
        filename: "invite.ics",
        content: addressed(mail.calendar, { organizer: from.address, attendee: mail.to.address }),
      },
    }),
    headers: {
      "Content-Language": mail.language,
      // No automatic answers (RFC 3834).
      "Auto-Submitted": "auto-generated",
      ...(mail.unsubscribe !== undefined && {
        "List-Unsubscribe": `<${mail.unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What stands in a header cannot begin another: control characters are spaces. */
const oneLine = (text: string): string =>
  text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ");
