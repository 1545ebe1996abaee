import type PgBoss from "pg-boss";
import { z } from "zod";
import type { ServiceLog, ServiceParts } from "../service/service-definition.ts";
import type { JobKind } from "./job-kind.ts";
import type { StoredJob } from "./job-queue.ts";

/** pg-boss stores an error that was thrown as it is, and any other reason inside of `value`. */
const outputSchema = z.object({
  message: z.string().optional(),
  value: z.object({ message: z.string() }).optional(),
});

/** Why the last attempt failed, in words. */
function reasonOf(output: unknown): string {
  const { data } = outputSchema.safeParse(output);
  return data?.message ?? data?.value?.message ?? "It does not say why";
}

interface Surroundings {
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly parts: ServiceParts;
  readonly log: ServiceLog;
}

/** Logs a job that has failed for good, and tells its kind. */
export async function tellFailed(
  failed: PgBoss.JobWithMetadata<StoredJob>,
  { kinds, parts, log }: Surroundings,
): Promise<void> {
  const { kind, key, data } = failed.data;
  const reason = reasonOf(failed.output);
  log.error({ kind, key, reason }, "a job has failed for good; it is kept");
  const told = kinds.get(kind);
  await told?.giveUp?.(parts, told.data.parse(data), reason);
}
