import { Worker } from "node:worker_threads";
import { limitExceeded, serviceUnavailable } from "@convene/shared/errors";
import type { NetworkNumbers, NumberedNetwork } from "./network-analysis.value.ts";

const PROGRAM = new URL("network-analysis.worker.mjs", import.meta.url);
const MOST_TIME = 15_000;
const MOST_MEGABYTES = 512;
const MOST_WAITING = 4;
const BUSY = "Too many networks are being computed at the moment: ask again in a minute";

/** Computes in a thread of its own, one network after the other: each takes a processor. */
export class NetworkAnalysisThread {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /**
   * @throws LIMIT_EXCEEDED that says the budget, where it takes too long or too much memory;
   *   SERVICE_UNAVAILABLE where several others wait already.
   */
  async analyse(network: NumberedNetwork): Promise<NetworkNumbers> {
    if (this.waiting >= MOST_WAITING) throw serviceUnavailable(BUSY);
    this.waiting += 1;
    const work = this.last.then(() => run(network));
    this.last = work.catch(() => undefined);
    try {
      return await work;
    } finally {
      this.waiting -= 1;
    }
  }
}

function run(workerData: NumberedNetwork): Promise<NetworkNumbers> {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
  const worker = new Worker(PROGRAM, { workerData, resourceLimits, execArgv: [] });
  return new Promise<NetworkNumbers>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(exceeded(MOST_TIME, "milliseconds"));
      void worker.terminate();
    }, MOST_TIME);
    worker.once("message", resolve);
    worker.once("error", (error: Error & { code?: string }) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(isMemory ? exceeded(MOST_MEGABYTES, "megabytes") : error);
    });
    worker.once("exit", () => {
      clearTimeout(timer);
      reject(new Error("The thread ended without an answer"));
    });
  });
}

const exceeded = (budget: number, unit: "milliseconds" | "megabytes") =>
  limitExceeded(`The metrics take more than ${budget} ${unit}: narrow the filter`, {
    field: "filter",
    budget,
    unit,
  });
