import type { z } from "zod";
import type { ServiceParts } from "../service/service-definition.ts";

/** Thrown by a job that there is no use in trying again. */
export class JobRefused extends Error {
  override readonly name = "JobRefused";
}

/** One attempt at a job. */
export interface JobRun {
  /** The same for every attempt: what must happen once is keyed by it. */
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the process stops, and when the attempt has taken too long. */
  readonly signal: AbortSignal;
}

/**
 * Work that is done later, by whichever process of the service is free. It is done at least once: a
 * process may die after the work and before it could say so, so the second time must change nothing.
 */
export interface JobKind<T extends object = object> {
  /** Unique in its service, such as `send-mail`. */
  readonly name: string;
  /** What a job of this kind knows; kept as JSON, so a later version reads it as well. */
  readonly data: z.ZodType<T>;
  run(parts: ServiceParts, data: T, run: JobRun): Promise<unknown>;
  /** Told once the last attempt has failed. The job itself is kept for three months. */
  giveUp?(parts: ServiceParts, data: T, reason: string): Promise<unknown>;
  /** Attempts after the first. Each waits twice as long as the one before. */
  readonly retries?: number;
  /** Seconds before the second attempt. */
  readonly retryDelay?: number;
  /** How many of this kind one process does at a time. */
  readonly atOnce?: number;
  /** Seconds that an attempt may take. */
  readonly timeout?: number;
  /** Seconds without a sign of life after which a job is taken from its process, which has died. */
  readonly lease?: number;
}

/** What is enough to enqueue a job: who causes it need not know how it is done. */
export type JobOrder<T extends object = object> = Pick<JobKind<T>, "name" | "data">;

/** What stands where a kind says nothing. Ten attempts reach over about twenty minutes to an hour. */
const DEFAULTS = { retries: 10, retryDelay: 2, atOnce: 1, timeout: 600, lease: 60 };

export const settingsOf = (kind: JobKind): typeof DEFAULTS => ({
  retries: kind.retries ?? DEFAULTS.retries,
  retryDelay: kind.retryDelay ?? DEFAULTS.retryDelay,
  atOnce: kind.atOnce ?? DEFAULTS.atOnce,
  timeout: kind.timeout ?? DEFAULTS.timeout,
  lease: kind.lease ?? DEFAULTS.lease,
});
