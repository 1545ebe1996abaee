import type { DataSource } from "typeorm";
import type { ErrorLog } from "../error-masking.ts";
import type { ChangeSignal } from "../replica/feeds.ts";
import type { Viewer } from "../viewer.ts";
import { viewerOf } from "./asking.ts";
import { type ChainHead, type Verification, verifyChain } from "./audit-chain.ts";
import { AuditLogService } from "./audit-log.service.ts";
import type { AuditRules } from "./audit-rules.ts";
import { AuditSealer } from "./audit-sealer.ts";
import { type ReadNotes, ReadLedger } from "./read-ledger.ts";

export interface AuditOptions {
  readonly db: DataSource;
  /** The name of the service whose log it is. */
  readonly service: string;
  readonly rules: AuditRules;
  readonly log: ErrorLog;
}

/** Who asks for one request. */
export interface Caller {
  readonly viewer: Viewer | null;
  readonly requestId: string | null;
  readonly client: string | null;
}

/** The audit log of one service. */
export class Audit {
  readonly records: AuditLogService;
  private readonly ledger: ReadLedger;
  private readonly sealer: AuditSealer;
  private isStarted = false;

  constructor(private readonly options: AuditOptions) {
    const { db, log, service, rules } = options;
    this.records = new AuditLogService(db, service, rules);
    this.ledger = new ReadLedger(db, log);
    this.sealer = new AuditSealer(options);
  }

  readsOf({ viewer, requestId, client }: Caller, operation = "query"): ReadNotes {
    return this.ledger.notesOf({ viewer: viewerOf(viewer), operation, client, requestId });
  }

  start(signal: ChangeSignal): void {
    this.isStarted = true;
    this.ledger.start();
    this.sealer.start(signal);
  }

  /** Writes what was read until now, and seals it, unless that is left to whoever runs beside. */
  async stop(): Promise<void> {
    await this.sealer.stop();
    await this.ledger.stop();
    if (!this.isStarted) return;
    await this.seal().catch((err: unknown) => {
      this.options.log.error({ err }, "could not seal the audit log; the next start does");
    });
  }

  /** Seals all that was written until now, which otherwise happens within a second. */
  seal(): Promise<void> {
    return this.sealer.seal();
  }

  verify(anchor: ChainHead | null = null): Promise<Verification> {
    // As all is at one moment: a key may end meanwhile, and be told of in a record.
    return this.options.db.transaction("REPEATABLE READ", (manager) =>
      verifyChain(manager, this.options.service, anchor),
    );
  }
}
