import {
  type DataSource,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
  QueryFailedError,
} from "typeorm";
import type { JobOrder } from "../job/job-kind.ts";
import type { EnqueueOptions, JobQueue } from "../job/job-queue.ts";
import { type OnceRequest, runOnce } from "./idempotency.ts";
import { type Publication, publish } from "../outbox/outbox.ts";
import { forgetJobsOf } from "../personal-data/forget-mentions.ts";

interface Identified extends ObjectLiteral {
  id: string;
}

/** One unit of work: rows and the outbox change together, or not at all. */
export class Transaction {
  constructor(
    readonly manager: EntityManager,
    private readonly source: string,
    private readonly jobs: JobQueue | null = null,
  ) {}

  /**
   * The row, locked until the end of this transaction. Every method that changes a row takes it by
   * this, so that two at once follow each other and the feed tells the last.
   */
  lock<T extends Identified>(entity: EntityTarget<T>, id: string): Promise<T | null> {
    return this.manager.findOne(entity, {
      where: { id } as FindOptionsWhere<T>,
      lock: { mode: "pessimistic_write" },
      loadEagerRelations: false,
    });
  }

  /** Tells the change feed what the aggregates are now; what `load` leaves out is gone. */
  publish(publication: Publication): Promise<void> {
    return publish(this.manager, this.source, publication);
  }

  /** A job that is there once this transaction has committed, and only then. */
  async enqueue<T extends object>(
    kind: JobOrder<T>,
    data: T,
    options?: EnqueueOptions,
  ): Promise<void> {
    if (!this.jobs) throw new Error(`${this.source} declares no jobs`);
    await this.jobs.enqueue(this.manager, { kind, data, ...options });
  }

  /** No job mentions one of the words any more, neither what is to be done nor what was. */
  async forgetJobs(words: readonly string[]): Promise<void> {
    if (this.jobs) await forgetJobsOf(this.manager, this.jobs.schema, words);
  }

  /** Runs `first` unless this viewer's idempotency key has run it before; then finds `again`. */
  once<T extends Identified>(request: OnceRequest<T>): Promise<T> {
    return runOnce(this.manager, request);
  }
}

const DEADLOCK = "40P01";
const SERIALIZATION_FAILURE = "40001";
const ATTEMPTS = 4;

/** Opens the one transaction of a service method. */
export class Transactions {
  constructor(
    private readonly db: DataSource,
    private readonly source: string,
    private readonly jobs: JobQueue | null = null,
  ) {}

  /** Work that lost to another transaction is run again: it must have no effect outside. */
  async write<T>(work: (tx: Transaction) => Promise<T>, attempt = 1): Promise<T> {
    try {
      return await this.db.transaction((manager) =>
        work(new Transaction(manager, this.source, this.jobs)),
      );
    } catch (error) {
      if (attempt < ATTEMPTS && isLostRace(error)) return this.write(work, attempt + 1);
      throw error;
    }
  }
}

function isLostRace(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code === DEADLOCK || code === SERIALIZATION_FAILURE;
}

/** The name of the unique constraint that a write ran into, or null. */
export function violatedUnique(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === "23505" ? (constraint ?? null) : null;
}
