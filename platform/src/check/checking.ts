export interface Outcome {
  readonly passed: boolean;
  /** A few words beside the tick: what was seen. */
  readonly note?: string;
  /** What is wrong, in full. */
  readonly output: string;
}

export interface Check {
  /** By which it is asked for: `npm run check -- NAME`. */
  readonly name: string;
  readonly proves: string;
  /** A broken rule is an outcome; what it throws is a fault of the check itself. */
  run(signal: AbortSignal): Promise<Outcome>;
}

export interface Finished extends Outcome {
  readonly check: Check;
  readonly seconds: number;
}

export interface Watcher {
  begun(check: Check): void;
  finished(result: Finished): void;
}

/**
 * All checks, so many at once, also when one fails. They begin in the order given: the longest
 * first, so that the lanes end together.
 */
export async function runChecks(
  checks: readonly Check[],
  { lanes, signal, watcher }: { lanes: number; signal: AbortSignal; watcher: Watcher },
): Promise<Finished[]> {
  const waiting = [...checks];
  const results: Finished[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      watcher.begun(next);
      const result = await timed(next, signal);
      results.push(result);
      watcher.finished(result);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return results;
}

async function timed(check: Check, signal: AbortSignal): Promise<Finished> {
  const begun = performance.now();
  const outcome = await check.run(signal).catch((error: unknown) => {
    // Who ends the command is no fault of the check.
    signal.throwIfAborted();
    return fault(error);
  });
  return { ...outcome, check, seconds: (performance.now() - begun) / 1000 };
}

const fault = (error: unknown): Outcome => ({
  passed: false,
  output: error instanceof Error ? (error.stack ?? error.message) : String(error),
});
