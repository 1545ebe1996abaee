import { createHmac } from "node:crypto";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { DataSource } from "typeorm";

/** How many tries there may be within a quarter of an hour. */
const LIMITS = { mail: 10, client: 60 } as const;

/** In one statement, so that tries at the same moment are all counted. */
const COUNT = `
  INSERT INTO password_attempt AS known (subject, tries, ends_at)
  VALUES ($1, 1, now() + interval '15 minutes')
  ON CONFLICT (subject) DO UPDATE SET
    tries = CASE WHEN known.ends_at < now() THEN 1 ELSE known.tries + 1 END,
    ends_at = CASE WHEN known.ends_at < now() THEN excluded.ends_at ELSE known.ends_at END
  RETURNING tries`;

export interface Trying {
  readonly email: string;
  /** IP address; null where it is not known. */
  readonly client: string | null;
}

/** Counts tries, whether there is such an account or not. */
export class PasswordAttempts {
  constructor(private readonly parts: Pick<ServiceParts, "db" | "site">) {}

  /** False when there were too many: then the password is not looked at. */
  async begin({ email, client }: Trying): Promise<boolean> {
    const fromClient = client === null || (await this.count("client", client));
    return fromClient && this.count("mail", email);
  }

  /** It was the right one: nobody is guessing there. */
  async succeeded({ email }: Trying): Promise<void> {
    await this.parts.db.query("DELETE FROM password_attempt WHERE subject = $1", [
      this.subjectOf("mail", email),
    ]);
  }

  private async count(kind: keyof typeof LIMITS, name: string): Promise<boolean> {
    const subject = this.subjectOf(kind, name);
    const [counted] = await this.parts.db.query<{ tries: number }[]>(COUNT, [subject]);
    return (counted?.tries ?? 0) <= LIMITS[kind];
  }

  private subjectOf(kind: keyof typeof LIMITS, name: string): string {
    const key = this.parts.site.keyFor("password-attempt");
    const hash = createHmac("sha256", key).update(name.trim().toLowerCase()).digest("base64url");
    return `${kind}:${hash}`;
  }
}

/** Every day: what counts no more is not kept. */
export async function forgetAttempts(db: DataSource, now: Date): Promise<void> {
  await db.query("DELETE FROM password_attempt WHERE ends_at < $1", [now]);
}
