import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { limitExceeded } from "@convene/shared/errors";
import { ThreadRoom } from "../thread/thread-room.service.ts";

const PROGRAM = new URL("solver.worker.mjs", import.meta.url);
const ROOM = {
  atOnce: 2,
  waiting: 16,
  refusal: "Too much is being planned at the moment: try again in a minute",
};
/** Of one model, in seconds; a mutation is answered within 15. */
const LONGEST = 5;
/** Beyond that the thread is ended, in milliseconds. */
const PATIENCE = 2_000;

/** What was found, by the names of the model; as good as it gets only where `isBest`. */
export interface Solution {
  readonly isBest: boolean;
  readonly values: ReadonlyMap<string, number>;
}

/** Solves one model in the LP format; null where it has no solution. */
export type Solve = (model: string) => Promise<Solution | null>;

interface Answer {
  readonly status?: string;
  readonly values?: readonly (readonly [string, number | null])[];
  readonly failure?: string;
}

/** The solver's own program, compiled once for as long as the process runs. */
let compiled: Promise<WebAssembly.Module> | null = null;

function compiledSolver(): Promise<WebAssembly.Module> {
  compiled ??= compileSolver().catch((error: unknown) => {
    // Whoever comes next tries anew.
    compiled = null;
    throw error;
  });
  return compiled;
}

/** After the start has ended, and whatever follows it at once, in milliseconds. */
const WARM_AFTER = 20_000;

/**
 * Compiles the solver in the background a while after a start, so that the first plan does not wait
 * for it. No process lives longer for it: neither a test nor a command that is done before.
 */
export function warmSolver(): void {
  const warm = () => {
    // Whoever plans is told what is wrong.
    compiledSolver().catch(() => undefined);
  };
  if (compiled === null) setTimeout(warm, WARM_AFTER).unref();
}

/** Gives work a solver in a thread of its own, and takes the thread away when the work is done. */
export class SolverService {
  private readonly room = new ThreadRoom(ROOM);

  /** @throws LIMIT_EXCEEDED when too many wait, or when nothing was found in time. */
  use<T>(work: (solve: Solve) => Promise<T>): Promise<T> {
    return this.room.within(async () => {
      const workerData = await compiledSolver();
      const worker = new Worker(PROGRAM, { workerData, execArgv: [], env: {} });
      return work((model) => solveWith(worker, model)).finally(() => worker.terminate());
    });
  }
}

async function compileSolver(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve("highs/runtime");
  return WebAssembly.compile(await readFile(path));
}

async function solveWith(worker: Worker, model: string): Promise<Solution | null> {
  const signal = AbortSignal.timeout(LONGEST * 1_000 + PATIENCE);
  worker.postMessage({ model, seconds: LONGEST });
  const [answer] = (await once(worker, "message", { signal }).catch((error: unknown) => {
    if (signal.aborted) throw tooLong();
    throw error;
  })) as [Answer];
  return solutionOf(answer);
}

function solutionOf({ status, values = [], failure }: Answer): Solution | null {
  if (failure !== undefined) throw new Error(`The solver failed: ${failure}`);
  if (status === "Infeasible") return null;
  const found = values.filter((value): value is readonly [string, number] => value[1] !== null);
  const isBest = status === "Optimal";
  if (!isBest && found.length < values.length) throw tooLong();
  if (!isBest && status !== "Time limit reached") throw new Error(`The solver says ${status}`);
  return { isBest, values: new Map(found) };
}

const tooLong = () =>
  limitExceeded("The plan is too large to be made in time: plan fewer meetings at once");
