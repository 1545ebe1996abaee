import type { DataSource } from "typeorm";
import type { ErrorLog } from "../error-masking.ts";
import type { Asking } from "./asking.ts";
import type { AuditRead } from "./audit-content.ts";

/** Milliseconds for which readings wait for others to be written with them. */
const TOGETHER = 200;

/** What one request reads of people. It is written down behind its answer. */
export interface ReadNotes {
  note(reading: { readonly type: string; readonly id: string; readonly field: string }): void;
}

class Notes implements ReadNotes {
  private readonly reads = new Map<string, { type: string; id: string; fields: Set<string> }>();

  constructor(
    readonly asking: Asking,
    private readonly enlist: (notes: Notes) => void,
  ) {}

  note({ type, id, field }: Parameters<ReadNotes["note"]>[0]): void {
    if (id === this.asking.viewer?.person) return;
    if (this.reads.size === 0) this.enlist(this);
    const key = `${type} ${id}`;
    const known = this.reads.get(key);
    if (known) known.fields.add(field);
    else this.reads.set(key, { type, id, fields: new Set([field]) });
  }

  /** Whatever is read from now on is another record. */
  take(): AuditRead[] {
    const taken = [...this.reads.values()].map(({ type, id, fields }) => ({
      type,
      id,
      fields: [...fields].sort(),
    }));
    this.reads.clear();
    return taken;
  }
}

/**
 * The readings of protected personal data that are not yet written down. They cost the answer no
 * statement; those of many requests are written by one, and the last when the service stops.
 */
export class ReadLedger {
  private readonly waiting: Notes[] = [];
  /** What the database did not take. */
  private readonly unwritten: { asking: Asking; reads: AuditRead[] }[] = [];
  private isOpen = false;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly log: ErrorLog,
  ) {}

  /** For one request. */
  notesOf(asking: Asking): ReadNotes {
    return new Notes(asking, (notes) => {
      this.waiting.push(notes);
      this.wake();
    });
  }

  start(): void {
    this.isOpen = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.isOpen = false;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.writing;
    await this.write();
  }

  private wake(): void {
    if (!this.isOpen || this.timer || this.waiting.length + this.unwritten.length === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.writing = this.write();
    }, TOGETHER).unref();
  }

  private async write(): Promise<void> {
    const fresh = this.waiting.splice(0).map((notes) => ({
      asking: notes.asking,
      reads: notes.take(),
    }));
    const taken = [...this.unwritten.splice(0), ...fresh];
    if (taken.length === 0) return;
    try {
      await this.db.query(
        `INSERT INTO audit_pending (asking, entity, action, total, is_whole, after)
         SELECT asking, 'read', 'READ', jsonb_array_length(reads), false, reads
         FROM unnest($1::jsonb[], $2::jsonb[]) AS r (asking, reads)`,
        [
          taken.map(({ asking }) => JSON.stringify(asking)),
          taken.map(({ reads }) => JSON.stringify(reads)),
        ],
      );
    } catch (err) {
      this.unwritten.push(...taken);
      this.log.error({ err }, "could not write down what was read; trying again");
      this.wake();
    }
  }
}
