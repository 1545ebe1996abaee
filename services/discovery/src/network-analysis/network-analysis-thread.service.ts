import { Worker } from "node:worker_threads";
import { limitExceeded, serviceUnavailable } from "@convene/shared/errors";
import type { NetworkNumbers, NumberedNetwork, NumberedPlace } from "./network-analysis.value.ts";

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
  analyse(network: NumberedNetwork): Promise<NetworkNumbers> {
    return this.inTurn(() => run<NetworkNumbers>({ ...network, wanted: "numbers" }));
  }

  /**
   * Where each node is drawn, and nothing else: much quicker.
   *
   * @throws LIMIT_EXCEEDED and SERVICE_UNAVAILABLE, as `analyse`.
   */
  places(network: NumberedNetwork): Promise<NumberedPlace[]> {
    return this.inTurn(() => run<NumberedPlace[]>({ ...network, wanted: "places" }));
  }

  private async inTurn<T>(start: () => Promise<T>): Promise<T> {
    if (this.waiting >= MOST_WAITING) throw serviceUnavailable(BUSY);
    this.waiting += 1;
    const work = this.last.then(start);
    this.last = work.catch(() => undefined);
    try {
      return await work;
    } finally {
      this.waiting -= 1;
    }
  }
}

interface Asked extends NumberedNetwork {
  readonly wanted: "numbers" | "places";
}

function run<T>(workerData: Asked): Promise<T> {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
  const worker = new Worker(PROGRAM, { workerData, resourceLimits, execArgv: [] });
  return new Promise<T>((resolve, reject) => {
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
  limitExceeded(`To compute this takes more than ${budget} ${unit}: narrow the filter`, {
    field: "filter",
    budget,
    unit,
  });
