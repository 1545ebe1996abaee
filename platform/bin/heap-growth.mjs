import { constants, PerformanceObserver } from "node:perf_hooks";
import { getHeapStatistics, setFlagsFromString } from "node:v8";

const MEGABYTE = 1024 * 1024;
/** What is used, and what is used no more, may together grow to so much. */
const ROOM = 480 * MEGABYTE;
/** By so many percent of what is in use: at least where there is more, and at the most where less. */
const LEAST = 30;
const MOST = 120;

/**
 * Lets V8 look for what is used no more once there is so much of it that the room is full. On a
 * machine that has plenty it would wait until there is several times as much as is used; but
 * PostgreSQL lives there too. How far memory may grow it asks after each look.
 */
export function boundHeapGrowth() {
  adjust();
  new PerformanceObserver((list) => {
    if (list.getEntries().some(isWhole)) adjust();
  }).observe({ entryTypes: ["gc"] });
}

/** Not only of what is young. */
const isWhole = ({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;

function adjust() {
  const { used_heap_size: used } = getHeapStatistics();
  const growth = Math.round(Math.min(MOST, Math.max(LEAST, (ROOM / used - 1) * 100)));
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
