import { join } from "node:path";
import { z } from "zod";
import { FolderMailer, type FolderMailerOptions } from "./folder-mailer.ts";
import type { MailFrom } from "./mail-message.ts";
import type { Mailer } from "./mailer.ts";
import { SmtpMailer } from "./smtp-mailer.ts";

/** The variables of mail, for the schema of every program that sends some. */
export const mailVariables = {
  /** The mail server; where it is absent, mails are files in the data folder. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "want smtp://… or smtps://…" }).optional(),
  /** The sender: `Name <name@example.org>`, or the address alone. */
  MAIL_FROM: z
    .string()
    .default("Convene <convene@localhost>")
    .transform((text) => senderOf(text))
    .refine((from) => from !== null, "want Name <name@example.org>"),
  /** For how many days mails in the data folder are kept. */
  MAIL_FILES_DAYS: z.coerce.number().int().min(1).max(3_650).default(30),
  /** Where mail that cannot be delivered comes back, each to an address of its own (VERP). */
  MAIL_BOUNCE_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, "want a domain, such as bounces.example.org")
    .optional(),
};

export interface MailSettings {
  readonly MAIL_FILES_DAYS?: number;
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM: MailFrom;
  readonly MAIL_BOUNCE_DOMAIN?: string | undefined;
}

function senderOf(text: string): MailFrom | null {
  const match = /^(?:([^<>\r\n]*)<)?\s*([^<>\s@]+@[^<>\s@]+?)\s*>?$/.exec(text.trim());
  const [, name = "", address] = match ?? [];
  return address === undefined ? null : { name: name.trim() || "Convene", address };
}

/** Through the mail server that is set, else into the data folder. */
export function openMailer(
  {
    SMTP_URL,
    MAIL_FROM: from,
    MAIL_FILES_DAYS: keptDays = 30,
    MAIL_BOUNCE_DOMAIN: bounceDomain,
  }: MailSettings,
  dataFolder: string,
  log: FolderMailerOptions["log"],
): Mailer {
  if (SMTP_URL !== undefined) return new SmtpMailer({ url: SMTP_URL, from, bounceDomain });
  return new FolderMailer({ folder: join(dataFolder, "mail"), from, keptDays, log });
}
