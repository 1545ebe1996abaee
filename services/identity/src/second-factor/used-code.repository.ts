import { createHmac } from "node:crypto";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { DataSource } from "typeorm";

/**
 * In one statement, so that of two at the same moment one wins. A code is good for half a minute,
 * and for as long before and after, since clocks differ.
 */
const CLAIM = `
  INSERT INTO used_code AS known (account_id, code_hash, ends_at)
  VALUES ($1, $2, now() + interval '2 minutes')
  ON CONFLICT (account_id, code_hash) DO UPDATE SET ends_at = excluded.ends_at
    WHERE known.ends_at < now()
  RETURNING ends_at`;

export class UsedCodes {
  constructor(private readonly parts: Pick<ServiceParts, "db" | "site">) {}

  /** False where the account has used that code already. */
  async claim(account: string, code: string): Promise<boolean> {
    const key = this.parts.site.keyFor("used-code");
    const hash = createHmac("sha256", key).update(`${account}:${code}`).digest("base64url");
    return (await this.parts.db.query<unknown[]>(CLAIM, [account, hash])).length > 0;
  }
}

/** Every day: what counts no more is not kept. */
export async function forgetUsedCodes(db: DataSource, now: Date): Promise<void> {
  await db.query("DELETE FROM used_code WHERE ends_at < $1", [now]);
}
