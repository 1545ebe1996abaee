import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { MailFrom } from "./mail-message.ts";
import { messageOf } from "./mail-message.ts";
import type { Mail, Mailer } from "./mailer.ts";

export interface FolderMailerOptions {
  readonly folder: string;
  readonly from: MailFrom;
  /** After how many days a mail is taken away. */
  readonly keptDays: number;
  /** Told where each mail lies. */
  readonly log: { warn(details: { readonly file: string }, message: string): void };
}

const DAY = 24 * 60 * 60 * 1000;

/** Where no mail server is set: each mail is a file, whole or not at all, for its owner's eyes. */
export class FolderMailer implements Mailer {
  private readonly composer = createTransport({ streamTransport: true, buffer: true });

  constructor(private readonly options: FolderMailerOptions) {}

  async send(mail: Mail): Promise<void> {
    const { folder, from, log } = this.options;
    const { message } = await this.composer.sendMail(messageOf(mail, from));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${mail.kind}-${mail.id}.eml`);
    const partial = `${file}.${process.pid}`;
    const handle = await open(partial, "w", 0o600);
    try {
      await handle.writeFile(message as Buffer);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
    log.warn({ file }, `no SMTP_URL is set: a mail (${mail.kind}) was written to ${file}`);
  }

  /** By the time at which each was written. Another process may be doing the same. */
  async forgetSent(now: Date): Promise<void> {
    const { folder, keptDays } = this.options;
    const before = now.getTime() - keptDays * DAY;
    for (const name of await readdir(folder).catch(() => [])) {
      if (!/\.eml(\.\d+)?$/.test(name)) continue;
      const file = join(folder, name);
      const written = await stat(file).catch(() => null);
      if (written && written.mtimeMs < before) await rm(file, { force: true });
    }
  }
}
