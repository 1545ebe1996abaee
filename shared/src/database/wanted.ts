import { AsyncLocalStorage } from "node:async_hooks";

const wanted = new AsyncLocalStorage<AbortSignal>();

/**
 * Runs the work of a question that somebody waits for: once the signal is aborted, PostgreSQL gives
 * up what it does for it. Only for what changes nothing.
 */
export const whileWanted = <T>(signal: AbortSignal, work: () => T): T => wanted.run(signal, work);

/** Of the question that is worked on here; undefined where nobody can leave. */
export const wantedSignal = (): AbortSignal | undefined => wanted.getStore();

/** Whether nobody waits any more for what is done here. */
export const isUnwanted = (): boolean => wantedSignal()?.aborted ?? false;
