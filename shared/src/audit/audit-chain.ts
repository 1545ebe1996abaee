import { createHash } from "node:crypto";
import canonicalizer from "canonicalize";
import type { EntityManager } from "typeorm";
import {
  type AuditContent,
  type AuditDraft,
  contentSchema,
  type SealedValue,
  sealedIn,
} from "./audit-content.ts";
import { AuditKeys, KEYS } from "./audit-key.ts";

type Db = Pick<EntityManager, "query">;

// Its types tell of a default export inside of the module, which its code does not have.
const canonicalize = canonicalizer as unknown as (content: AuditContent) => string;

/** Where a chain ends: kept elsewhere, it shows later that nothing was cut off. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

export interface ChainFault {
  /** The first record that is not as it was sealed, or is not there. */
  readonly sequence: number;
  readonly why: string;
}

export interface Verification {
  readonly records: number;
  /** Written, and not yet sealed: a second's worth, where the service runs. */
  readonly unsealed: number;
  /** The last record that holds. */
  readonly head: ChainHead;
  readonly fault: ChainFault | null;
}

const START: ChainHead = { sequence: 0, hash: "0".repeat(64) };
const PAGE = 1_000;

const hashOf = (content: string): string => createHash("sha256").update(content).digest("hex");

/** Adds to the chain. Whoever calls it holds the chain's lock. */
export async function append(
  db: Db,
  service: string,
  drafts: readonly AuditDraft[],
): Promise<ChainHead> {
  let head = await headOf(db);
  const records = drafts.map((draft) => {
    const sequence = head.sequence + 1;
    const content = canonicalize({ ...draft, service, sequence, previous: head.hash });
    head = { sequence, hash: hashOf(content) };
    return { ...head, content };
  });
  await db.query(
    `INSERT INTO audit_record (sequence, content, hash)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[])`,
    [
      records.map(({ sequence }) => sequence),
      records.map(({ content }) => content),
      records.map(({ hash }) => hash),
    ],
  );
  return head;
}

async function headOf(db: Db): Promise<ChainHead> {
  const [row] = await db.query<{ sequence: string; hash: string }[]>(
    "SELECT sequence, hash FROM audit_record ORDER BY sequence DESC LIMIT 1",
  );
  return row ? { sequence: Number(row.sequence), hash: row.hash } : START;
}

interface StoredRecord {
  readonly sequence: string;
  readonly content: string;
  readonly hash: string;
}

/** Reads the whole chain. With an anchor it must still hold that record. */
export async function verifyChain(
  db: Db,
  service: string,
  anchor: ChainHead | null = null,
): Promise<Verification> {
  const [pending] = await db.query<{ count: number }[]>(
    "SELECT count(*)::integer AS count FROM audit_pending",
  );
  let head = START;
  const keys = new KeysInChain();
  const done = (fault: ChainFault | null): Verification => ({
    records: head.sequence,
    unsealed: pending?.count ?? 0,
    head,
    fault,
  });
  for (;;) {
    const page: StoredRecord[] = await db.query(
      "SELECT sequence, content, hash FROM audit_record WHERE sequence > $1 ORDER BY sequence LIMIT $2",
      [head.sequence, PAGE],
    );
    for (const record of page) {
      const why = faultOf(record, { head, service, anchor, keys });
      if (why !== null) return done({ sequence: head.sequence + 1, why });
      head = { sequence: head.sequence + 1, hash: record.hash };
    }
    if (page.length < PAGE) break;
  }
  if (!anchor || head.sequence >= anchor.sequence) return done(await keys.fault(db));
  const why = `the chain ends here, and had ${anchor.sequence} records before`;
  return done({ sequence: head.sequence + 1, why });
}

interface Expected {
  readonly head: ChainHead;
  readonly service: string;
  readonly anchor: ChainHead | null;
  /** Told what holds. */
  readonly keys: KeysInChain;
}

function faultOf(record: StoredRecord, { head, service, anchor, keys }: Expected): string | null {
  const sequence = head.sequence + 1;
  if (Number(record.sequence) !== sequence) return "it is missing";
  if (hashOf(record.content) !== record.hash) return "its content is not what was sealed";
  const content = contentSchema.safeParse(readJson(record.content));
  if (!content.success) return "it is no record";
  if (content.data.sequence !== sequence || content.data.service !== service) {
    return "it was sealed in another place";
  }
  if (content.data.previous !== head.hash) return "it does not follow the one before it";
  if (anchor?.sequence === sequence && anchor.hash !== record.hash) {
    return "it is another than when it was last verified";
  }
  keys.see(content.data);
  return null;
}

/** Whose keys the records need, and of whose end they tell. */
class KeysInChain {
  /** The first value of each person. */
  private readonly needed = new Map<string, { sequence: number; value: SealedValue }>();
  private readonly ended = new Set<string>();

  see(content: AuditContent): void {
    for (const { entity, action, ids } of content.changes) {
      if (entity === KEYS && action === "DELETE") for (const id of ids) this.ended.add(id);
    }
    for (const value of sealedIn(content)) {
      if (value.value === null || this.needed.has(value.sealed)) continue;
      this.needed.set(value.sealed, { sequence: content.sequence, value });
    }
  }

  /** The first record that cannot be read, although none tells that its key was destroyed. */
  async fault(db: Db): Promise<ChainFault | null> {
    const waiting = await db.query<{ id: string }[]>(
      `SELECT jsonb_array_elements_text(before) AS id FROM audit_pending
       WHERE entity = '${KEYS}' AND action = 'DELETE'`,
    );
    for (const { id } of waiting) this.ended.add(id);
    const needed = [...this.needed].filter(([subject]) => !this.ended.has(subject));
    const keys = await AuditKeys.find(
      db,
      needed.map(([subject]) => subject),
    );
    const lost = needed.find(([, { value }]) => !keys.opens(value));
    if (!lost) return null;
    const [subject, { sequence }] = lost;
    return { sequence, why: `the key of ${subject} is gone, and no record tells of it` };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
