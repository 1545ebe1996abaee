import type { ServiceLog, ServiceParts } from "../service/service-definition.ts";

/** What is kept so long and no longer; `docs/privacy.md` has all of them in one table. */
export interface RetentionRule {
  /** What a person calls it: `ended sessions`. */
  readonly what: string;
  /** After how many days it goes, in words: `90 days after their end`. */
  readonly kept: string;
  /** Takes away what has outlived its purpose by that moment. A second time changes nothing. */
  forget(parts: ServiceParts, now: Date): Promise<unknown>;
}

const DAY = 24 * 60 * 60 * 1000;

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);

/**
 * Each rule by itself: what one cannot do now does not hold the others up, and is tried again with
 * them a minute later, as all of the turn of a day.
 */
export async function keepTo(
  rules: readonly RetentionRule[],
  {
    parts,
    now,
    log,
  }: { readonly parts: ServiceParts; readonly now: Date; readonly log: ServiceLog },
): Promise<void> {
  const failed: unknown[] = [];
  for (const rule of rules) {
    try {
      await rule.forget(parts, now);
    } catch (err) {
      log.error({ err, what: rule.what }, "could not take away what is old");
      failed.push(err);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, "Something is kept for too long");
}
