import type PgBoss from "pg-boss";
import type { ServiceLog, ServiceParts } from "../service/service-definition.ts";
import { JobRefused, type JobRun } from "./job-kind.ts";
import type { JobQueue, StoredJob } from "./job-queue.ts";

export interface AttemptOptions {
  readonly boss: Pick<PgBoss, "complete" | "fail">;
  readonly queue: Pick<JobQueue, "schema">;
  readonly parts: Pick<ServiceParts, "db">;
  readonly log: ServiceLog;
  readonly job: PgBoss.JobWithMetadata<StoredJob>;
  /** Seconds that it may take. */
  readonly timeout: number;
  /** Aborted when the process stops. */
  readonly stopping: AbortSignal;
  readonly work: (run: JobRun) => Promise<unknown>;
}

/** One attempt at one job, in this process: its result is stored, whatever it is. */
export class JobAttempt {
  readonly name: string;
  private ended = false;

  constructor(private readonly options: AttemptOptions) {
    this.name = options.job.name;
  }

  async run(): Promise<void> {
    const { job, timeout, stopping } = this.options;
    const late = new AbortController();
    const signal = AbortSignal.any([stopping, late.signal]);
    const beat = setInterval(() => void this.beat(), (job.expireInSeconds * 1000) / 3);
    const tooLong = new Error(`It took longer than ${timeout} seconds`);
    let alarm: NodeJS.Timeout | undefined;
    const alarmed = new Promise<never>((_, reject) => {
      alarm = setTimeout(() => {
        late.abort(tooLong);
        reject(tooLong);
      }, timeout * 1000);
    });
    try {
      const run = { id: job.id, attempt: job.retryCount + 1, signal };
      await Promise.race([this.options.work(run), alarmed]);
      await this.end(null);
    } catch (error) {
      await this.end(error);
    } finally {
      clearInterval(beat);
      clearTimeout(alarm);
    }
  }

  /** The process stops before it has ended: it is to be done again. */
  async leave(): Promise<void> {
    await this.end(new Error("The process has stopped"));
  }

  private async end(error: unknown): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    const { boss, job, log, stopping } = this.options;
    const { id, name, retryCount, retryLimit } = job;
    const refused = error instanceof JobRefused;
    const stopped = error !== null && !refused && stopping.aborted;
    try {
      if (error === null) await boss.complete(name, id);
      else if (stopped) await this.giveBack();
      else {
        if (refused) await this.tryNoMore();
        await boss.fail(name, id, asError(error));
      }
    } catch (err) {
      log.error({ err, job: name, id }, "could not store how a job ended; it will be done again");
    }
    if (error !== null && !stopped && retryCount < retryLimit && !refused) {
      log.info(
        { err: error, job: name, id, attempt: retryCount + 1 },
        "a job failed; trying again",
      );
    }
  }

  /**
   * For whoever comes next, at once. A stop is no try: however often the process is started anew, a
   * long job has all of its own. (pg-boss counts as one what has a start when it is fetched.)
   */
  private async giveBack(): Promise<void> {
    const { parts, queue, job } = this.options;
    await parts.db.query(
      `UPDATE ${queue.schema}.job SET state = 'retry', started_on = NULL, start_after = now()
       WHERE name = $1 AND id = $2 AND state = 'active'`,
      [job.name, job.id],
    );
  }

  private async tryNoMore(): Promise<void> {
    const { parts, queue, job } = this.options;
    await parts.db.query(
      `UPDATE ${queue.schema}.job SET retry_limit = retry_count WHERE name = $1 AND id = $2`,
      [job.name, job.id],
    );
  }

  /** Says that the process lives: another would take the job when it has not heard of it. */
  private async beat(): Promise<void> {
    const { parts, queue, job, log } = this.options;
    try {
      await parts.db.query(
        `UPDATE ${queue.schema}.job SET started_on = now()
         WHERE name = $1 AND id = $2 AND state = 'active'`,
        [job.name, job.id],
      );
    } catch (err) {
      log.error({ err, job: job.name, id: job.id }, "could not say that a job is being done");
    }
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
