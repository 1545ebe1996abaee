import { createHash } from "node:crypto";
import type PgBoss from "pg-boss";
import type { EntityManager } from "typeorm";
import { CHANGES_CHANNEL } from "../outbox/outbox.ts";
import { overTransaction } from "./job-database.ts";
import type { JobKind, JobOrder } from "./job-kind.ts";

/** What is stored of a job: its kind stands beside its data, for when it has failed for good. */
export interface StoredJob {
  readonly kind: string;
  readonly key: string | null;
  readonly data: object;
}

export interface EnqueueOptions {
  /**
   * What the job is about, and for whom, such as `invitation:inv_1`. For a week a second job of the
   * same kind and key is the first one.
   */
  readonly key?: string;
  /** Not before this moment. */
  readonly startAfter?: Date;
}

export interface JobQueueOptions {
  readonly source: string;
  readonly schema: string;
  readonly kinds: readonly JobKind[];
  readonly boss: Pick<PgBoss, "send">;
}

/** The jobs of one service. */
export class JobQueue {
  readonly source: string;
  readonly schema: string;
  readonly kinds: readonly JobKind[];
  private readonly boss: Pick<PgBoss, "send">;

  constructor({ source, schema, kinds, boss }: JobQueueOptions) {
    this.source = source;
    this.schema = schema;
    this.kinds = kinds;
    this.boss = boss;
  }

  /** The job is there once the transaction has committed, and never if it is rolled back. */
  async enqueue<T extends object>(
    manager: EntityManager,
    { kind, data, key, startAfter }: EnqueueOptions & { kind: JobOrder<T>; data: T },
  ): Promise<void> {
    if (!this.kinds.some(({ name }) => name === kind.name)) {
      throw new Error(`${this.source} does not declare the job ${kind.name}`);
    }
    const job: StoredJob = { kind: kind.name, key: key ?? null, data: kind.data.parse(data) };
    await this.boss.send(kind.name, job, {
      db: overTransaction(manager),
      ...(key !== undefined && { id: idOfKey(kind.name, key) }),
      ...(startAfter && { startAfter }),
    });
    await manager.query(`SELECT pg_notify($1, $2)`, [CHANGES_CHANNEL, wakeWord(this.source)]);
  }
}

/** What the worker of a service hears when there is something to do. */
export const wakeWord = (source: string): string => `${source} jobs`;

/** A UUID that is the same for the same key (RFC 9562, version 8). */
function idOfKey(kind: string, key: string): string {
  const hex = createHash("sha256").update(`${kind}\n${key}`).digest("hex");
  const fields = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...fields, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
