import { limitExceeded } from "@convene/shared/errors";
import { wantedSignal, whileWanted } from "@convene/shared/database/wanted";

/** For a search: a page of it, its count, or its facets. In milliseconds. */
export const SEARCH_TIME = 5_000;

/**
 * Does what may take long, but for no longer than so many milliseconds: then PostgreSQL gives it up
 * too. Only for what changes nothing.
 *
 * @throws LIMIT_EXCEEDED that says the budget.
 */
export async function withinTime<T>(budget: number, work: () => Promise<T>): Promise<T> {
  const asked = wantedSignal();
  const clock = new AbortController();
  const timer = setTimeout(() => {
    clock.abort(new Error(`Not answered in ${budget} ms`));
  }, budget);
  const signal = asked ? AbortSignal.any([asked, clock.signal]) : clock.signal;
  try {
    return await whileWanted(signal, work);
  } catch (error) {
    if (!clock.signal.aborted || asked?.aborted) throw error;
    throw limitExceeded(`This takes longer than ${budget} ms: ask for less`, {
      budget,
      unit: "milliseconds",
    });
  } finally {
    clearTimeout(timer);
  }
}
