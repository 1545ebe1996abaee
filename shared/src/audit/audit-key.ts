import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { SealedValue } from "./audit-content.ts";

type Db = Pick<EntityManager, "query">;

/** The table: a record that deletes of it says whose keys were destroyed. */
export const KEYS = "audit_key";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The keys of some people; of those who were erased there is none, and never will be. */
export class AuditKeys {
  private constructor(private readonly secrets: ReadonlyMap<string, Buffer>) {}

  /** As they are. */
  static async find(db: Db, subjects: readonly string[]): Promise<AuditKeys> {
    const rows: { subject: string; secret: Buffer }[] = await db.query(
      "SELECT subject, secret FROM audit_key WHERE subject = ANY($1::text[]) AND secret IS NOT NULL",
      [subjects],
    );
    return new AuditKeys(new Map(rows.map(({ subject, secret }) => [subject, secret])));
  }

  /** Made where there was none yet. */
  static async make(db: Db, subjects: readonly string[]): Promise<AuditKeys> {
    const sorted = [...new Set(subjects)].sort();
    if (sorted.length > 0) {
      await db.query(
        `INSERT INTO audit_key (subject, secret) SELECT * FROM unnest($1::text[], $2::bytea[])
         ON CONFLICT (subject) DO NOTHING`,
        [sorted, sorted.map(() => randomBytes(KEY_BYTES))],
      );
    }
    return AuditKeys.find(db, sorted);
  }

  /** Without a key nothing of the value is kept. */
  seal(subject: string, value: unknown): SealedValue {
    const secret = this.secrets.get(subject);
    if (!secret) return { sealed: subject, value: null };
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, secret, nonce).setAAD(Buffer.from(subject));
    const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
    const whole = Buffer.concat([nonce, cipher.getAuthTag(), text]);
    return { sealed: subject, value: whole.toString("base64url") };
  }

  /** Whether it can be read: the key is there, and is the one by which it was encrypted. */
  opens(value: SealedValue): boolean {
    try {
      return this.open(value) !== undefined;
    } catch {
      return false;
    }
  }

  /** Undefined where it is erased. */
  open({ sealed, value }: SealedValue): unknown {
    const secret = this.secrets.get(sealed);
    if (!secret || value === null) return undefined;
    const whole = Buffer.from(value, "base64url");
    const decipher = createDecipheriv(ALGORITHM, secret, whole.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(sealed));
    decipher.setAuthTag(whole.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = decipher.update(whole.subarray(NONCE_BYTES + TAG_BYTES));
    return JSON.parse(Buffer.concat([text, decipher.final()]).toString());
  }
}

const DESTROY = `INSERT INTO audit_key (subject, destroyed_at) SELECT s, now() FROM unnest($1::text[]) AS s
  ON CONFLICT (subject) DO UPDATE SET secret = NULL,
    destroyed_at = coalesce(audit_key.destroyed_at, excluded.destroyed_at)
    WHERE audit_key.secret IS NOT NULL OR audit_key.destroyed_at IS NULL`;

/**
 * Whatever the log holds of these people cannot be read from now on, nor what it comes to hold: also
 * of who had no key yet. The log says so, as of whoever asks in this transaction.
 */
export async function destroyKeys(db: Db, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await db.query(
    `WITH gone AS (${DESTROY} RETURNING subject)
     INSERT INTO audit_pending (asking, entity, action, total, is_whole, before)
     SELECT nullif(current_setting('convene.asking', true), '')::jsonb, '${KEYS}', 'DELETE',
       count(*), false, jsonb_agg(subject ORDER BY subject) FROM gone HAVING count(*) > 0`,
    [[...new Set(subjects)].sort()],
  );
}

/** For the sealer, whose record tells of it already. */
export async function destroyToldKeys(db: Db, subjects: readonly string[]): Promise<void> {
  if (subjects.length > 0) await db.query(DESTROY, [subjects]);
}
