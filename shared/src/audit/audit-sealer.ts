import type { DataSource, EntityManager } from "typeorm";
import type { ErrorLog } from "../error-masking.ts";
import type { ChangeSignal } from "../replica/feeds.ts";
import { append } from "./audit-chain.ts";
import type { AuditDraft } from "./audit-content.ts";
import { draftOf, endedBy, type PendingRow, type Seal, transactionsOf } from "./audit-draft.ts";
import { AuditKeys, destroyToldKeys } from "./audit-key.ts";
import type { AuditRules } from "./audit-rules.ts";

/** Milliseconds: how often one looks although nothing is heard. */
const POLL = 1_000;
/** How many statements are sealed at once. */
const BATCH = 500;

export interface SealerOptions {
  readonly db: DataSource;
  readonly service: string;
  readonly rules: AuditRules;
  readonly log: ErrorLog;
}

/**
 * Takes what was written out of `audit_pending` and into the chain. Writers wait for nobody: they add
 * rows of their own, in their transactions, and only the sealer, of which one works at a time, gives
 * them their place. So what was rolled back has never been there, and leaves no gap.
 */
export class AuditSealer {
  private timer: NodeJS.Timeout | null = null;
  private stopListening = (): void => undefined;
  private sealing: Promise<void> | null = null;
  private again = false;

  constructor(private readonly options: SealerOptions) {}

  /** Again it only listens to another signal. */
  start(signal: ChangeSignal): void {
    this.rest();
    this.stopListening = signal.onChange((source) => {
      if (source === this.options.service) this.look();
    });
    this.timer = setInterval(() => {
      this.look();
    }, POLL).unref();
    this.look();
  }

  async stop(): Promise<void> {
    this.rest();
    await this.sealing;
  }

  private rest(): void {
    this.stopListening();
    if (this.timer) clearInterval(this.timer);
  }

  private look(): void {
    this.again = true;
    this.sealing ??= this.sealAll()
      .catch((err: unknown) => {
        this.options.log.error({ err }, "could not seal the audit log; trying again");
      })
      .finally(() => {
        this.sealing = null;
      });
  }

  private async sealAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.seal();
    }
  }

  /** All that is there now. */
  async seal(): Promise<void> {
    for (let taken = BATCH; taken === BATCH;) {
      const [waiting] = await this.options.db.query<{ id: string }[]>(
        "SELECT id FROM audit_pending LIMIT 1",
      );
      if (!waiting) return;
      taken = await this.options.db.transaction((manager) => this.sealBatch(manager));
    }
  }

  private async sealBatch(manager: EntityManager): Promise<number> {
    await manager.query(
      "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/audit', 0))",
    );
    const rows = await take(manager);
    if (rows.length === 0) return 0;
    const { rules, service } = this.options;
    const groups = transactionsOf(rows);
    const drafted = (seal: Seal): AuditDraft[] =>
      groups.map((group) => draftOf(group, { rules, seal })).filter((draft) => draft !== null);
    const subjects = new Set<string>();
    drafted((sealed) => {
      subjects.add(sealed);
      return { sealed, value: null };
    });
    // First: what is deleted is erased from the very record that tells of it.
    await destroyToldKeys(manager, endedBy(rows, rules));
    const keys = await AuditKeys.make(manager, [...subjects]);
    const drafts = drafted((subject, value) => keys.seal(subject, value));
    if (drafts.length > 0) await append(manager, service, drafts);
    return rows.length;
  }
}

const take = (manager: EntityManager): Promise<PendingRow[]> =>
  manager.query(
    `WITH taken AS (DELETE FROM audit_pending WHERE id IN
       (SELECT id FROM audit_pending ORDER BY id LIMIT ${BATCH}) RETURNING *)
     SELECT * FROM taken ORDER BY id`,
  );
