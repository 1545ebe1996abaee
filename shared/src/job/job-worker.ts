import type PgBoss from "pg-boss";
import { byItself } from "../audit/asking.ts";
import type { ChangeSignal } from "../replica/feeds.ts";
import type { ServiceLog, ServiceParts } from "../service/service-definition.ts";
import { tellFailed } from "./failed-job.ts";
import { JobAttempt } from "./job-attempt.ts";
import { type JobKind, type JobRun, settingsOf } from "./job-kind.ts";
import { type JobQueue, type StoredJob, wakeWord } from "./job-queue.ts";
import { FAILED } from "./job-tables.ts";

/** Milliseconds: how often one looks when nothing is heard and nothing is known to become due. */
const POLL = 15_000;
/** How often one looks for jobs whose process has died. */
const SWEEP = 20_000;
const HOUR = 3_600_000;
/** How long jobs that run may take to end when the process stops. */
const GRACE = 10_000;
/** Seconds in which a kind may be told that one of its jobs has failed for good. */
const TOLD_WITHIN = 60;

export interface JobWorkerOptions {
  readonly queue: JobQueue;
  readonly boss: PgBoss;
  readonly parts: ServiceParts;
  readonly log: ServiceLog;
}

/** Does the jobs of one service in this process. */
export class JobWorker {
  private readonly kinds: ReadonlyMap<string, JobKind>;
  private readonly running = new Map<JobAttempt, Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly timers: NodeJS.Timeout[] = [];
  private stopListening = (): void => undefined;
  private looking: Promise<void> | null = null;
  private again = false;
  private alarm: NodeJS.Timeout | undefined;

  constructor(private readonly options: JobWorkerOptions) {
    this.kinds = new Map(options.queue.kinds.map((kind) => [kind.name, kind]));
  }

  /** From now on: woken when a job is enqueued, and by the clock. */
  start(signal: ChangeSignal): void {
    const own = wakeWord(this.options.queue.source);
    this.stopListening = signal.onChange((told) => {
      if (told === own) this.look();
    });
    this.every(SWEEP, () => void this.sweep());
    this.every(HOUR, () => void this.tidy());
    void this.sweep();
  }

  /** Takes no more; lets what runs end, for a bounded time, and leaves the rest to be done again. */
  async stop(): Promise<void> {
    this.stopListening();
    for (const timer of this.timers) clearInterval(timer);
    this.stopping.abort(new Error("The process stops"));
    await this.looking;
    clearTimeout(this.alarm);
    const ended = Promise.allSettled(this.running.values());
    let impatient: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => (impatient = setTimeout(resolve, GRACE)));
    await Promise.race([ended, patience]);
    clearTimeout(impatient);
    await Promise.all([...this.running.keys()].map((attempt) => attempt.leave()));
  }

  private every(milliseconds: number, work: () => void): void {
    this.timers.push(setInterval(work, milliseconds).unref());
  }

  private look(): void {
    this.again = true;
    this.looking ??= this.takeAll().finally(() => {
      this.looking = null;
    });
  }

  private async takeAll(): Promise<void> {
    while (this.again && !this.stopping.signal.aborted) {
      this.again = false;
      await this.keep("look for jobs", async () => {
        for (const name of await this.dueNames()) await this.take(name);
      });
    }
  }

  /** The names of the kinds that have a job whose time has come; for the next one an alarm is set. */
  private async dueNames(): Promise<string[]> {
    const { queue, parts } = this.options;
    const waiting = await parts.db.query<{ name: string; wait: number }[]>(
      `SELECT name, (EXTRACT(epoch FROM min(start_after) - now()) * 1000)::float8 AS wait
       FROM ${queue.schema}.job WHERE state < 'active' GROUP BY name`,
    );
    const known = waiting.filter(({ name }) => name === FAILED || this.kinds.has(name));
    const later = known.map(({ wait }) => wait).filter((wait) => wait >= 0);
    clearTimeout(this.alarm);
    this.alarm = setTimeout(
      () => {
        this.look();
      },
      Math.min(POLL, ...later) + 1,
    ).unref();
    return known.filter(({ wait }) => wait < 0).map(({ name }) => name);
  }

  /** As many as one process does at a time, less what it is doing. */
  private async take(name: string): Promise<void> {
    const kind = this.kinds.get(name);
    const mine = [...this.running.keys()].filter((attempt) => attempt.name === name);
    const free = (kind ? settingsOf(kind).atOnce : 1) - mine.length;
    if (free <= 0) return;
    const fetching = { batchSize: free, includeMetadata: true } as const;
    for (const job of await this.options.boss.fetch<StoredJob>(name, fetching))
      this.begin(job, kind);
  }

  private begin(job: PgBoss.JobWithMetadata<StoredJob>, kind: JobKind | undefined): void {
    const { options, kinds } = this;
    const work = async (run: JobRun) =>
      kind
        ? kind.run(options.parts, kind.data.parse(job.data.data), run)
        : tellFailed(job, { ...options, kinds });
    const timeout = kind ? settingsOf(kind).timeout : TOLD_WITHIN;
    const stopping = this.stopping.signal;
    const attempt = new JobAttempt({ ...options, job, timeout, stopping, work });
    const running = byItself(`the job ${job.name}`, () => attempt.run()).finally(() => {
      this.running.delete(attempt);
      this.look();
    });
    this.running.set(attempt, running);
  }

  /** Gives back the jobs of processes that have died. */
  private async sweep(): Promise<void> {
    await this.keep("look for jobs of dead processes", () => this.options.boss.expire());
    this.look();
  }

  /** Puts away what is long done. */
  private async tidy(): Promise<void> {
    await this.keep("put away what is done", () => this.options.boss.maintain());
  }

  private async keep(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (err) {
      this.options.log.error({ err }, `could not ${what}; trying again`);
    }
  }
}
