import { PerformanceObserver } from "node:perf_hooks";
import { getHeapStatistics, setFlagsFromString } from "node:v8";

const MEGABYTE = 1024 * 1024;
/** What is used, and what is used no more, may together grow to so much. */
const ROOM = 480 * MEGABYTE;
/** By so many percent of what is in use: at least where there is more, and at the most where less. */
const LEAST = 25;
const MOST = 250;

/**
 * Lets V8 look for what is used no more once there is so much of it that the room is full. On a
 * machine that has plenty it would wait until there is several times as much as is used; but
 * PostgreSQL lives there too. It asks how far memory may grow with each look: so that is told after
 * each of its smaller ones.
 */
export function boundHeapGrowth() {
  adjust();
  new PerformanceObserver(adjust).observe({ entryTypes: ["gc"] });
}

function adjust() {
  const { used_heap_size: used } = getHeapStatistics();
  const growth = Math.round(Math.min(MOST, Math.max(LEAST, (ROOM / used - 1) * 100)));
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
