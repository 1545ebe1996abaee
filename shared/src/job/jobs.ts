import type PgBoss from "pg-boss";
import type { DataSource } from "typeorm";
import type { Connection } from "../database/data-source.ts";
import type { ChangeSignal } from "../replica/feeds.ts";
import type { ServiceDefinition, ServiceLog, ServiceParts } from "../service/service-definition.ts";
import { JobQueue } from "./job-queue.ts";
import { bossOver, installJobs } from "./job-tables.ts";
import { JobWorker } from "./job-worker.ts";

/** The jobs of a service that is open: they can be enqueued, and, once it works, are done. */
export class Jobs {
  private worker: JobWorker | null = null;

  constructor(
    readonly queue: JobQueue,
    private readonly boss: PgBoss,
  ) {}

  work(signal: ChangeSignal, parts: ServiceParts, log: ServiceLog): void {
    this.worker = new JobWorker({ queue: this.queue, boss: this.boss, parts, log });
    this.worker.start(signal);
  }

  async stop(): Promise<void> {
    await this.worker?.stop();
  }
}

/** Makes the tables that are missing. Nothing is done before `work`. */
export async function openJobs(
  { name, jobs = [] }: Pick<ServiceDefinition, "name" | "jobs">,
  db: DataSource,
  connection: Connection,
): Promise<Jobs> {
  const schema = await installJobs(connection, jobs);
  const boss = bossOver(db, schema);
  return new Jobs(new JobQueue({ source: name, schema, kinds: jobs, boss }), boss);
}
