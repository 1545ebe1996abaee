import { cpus, loadavg } from "node:os";
import type { RequestOptions } from "../option/options.ts";

/** Where and how it is measured, for whoever reads the figures later. */
export function machine(options: RequestOptions): string {
  const { organisations, demo, rounds, seconds, concurrency, seed } = options;
  const cores = cpus();
  const [load = 0] = loadavg();
  return [
    `  ${new Date().toISOString().slice(0, 16)}Z, Node ${process.version}, ${cores.length} × ${cores[0]?.model.trim() ?? "?"}`,
    `  load of the machine before: ${load.toFixed(1)}`,
    `  ${demo ? "demo network" : `${organisations} organisations`}, ${rounds} rounds of ${seconds} s, ${concurrency} at once, seed ${seed}`,
  ].join("\n");
}
