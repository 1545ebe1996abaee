import { createHistogram } from "node:perf_hooks";
import { median } from "simple-statistics";
import { type Spread, spreadOf } from "../figures.ts";
import type { Measured } from "./campaign.ts";
import type { Round } from "./round.ts";

/** The rounds of one contender in one scenario, put together. */
export interface Summary {
  readonly contender: string;
  readonly title: string;
  readonly requests: number;
  /** Milliseconds for a request. */
  readonly cpu: Spread;
  readonly cpuNode: number;
  readonly cpuPostgres: number;
  readonly requestsPerSecond: number;
  /** Milliseconds, over all rounds. */
  readonly p50: number;
  readonly p99: number;
  /** Bytes. */
  readonly peak: number;
  readonly statements: number;
  readonly calls: number;
}

const MICROSECONDS = 1000;

export function summaryOf({ contender: { name, title }, rounds }: Measured): Summary {
  const all = (read: (round: Round) => number) => rounds.map(read);
  const latency = createHistogram();
  for (const round of rounds) latency.add(round.latency);
  return {
    contender: name,
    title,
    requests: all(({ requests }) => requests).reduce((sum, count) => sum + count, 0),
    cpu: spreadOf(all(({ cpu }) => cpu)),
    cpuNode: median(all(({ cpuNode }) => cpuNode)),
    cpuPostgres: median(all(({ cpuPostgres }) => cpuPostgres)),
    requestsPerSecond: median(all(({ requestsPerSecond }) => requestsPerSecond)),
    p50: latency.percentile(50) / MICROSECONDS,
    p99: latency.percentile(99) / MICROSECONDS,
    peak: Math.max(...all(({ peak }) => peak)),
    statements: median(all(({ statements }) => statements)),
    calls: median(all(({ calls }) => calls)),
  };
}

/** What a contender's processor time is of another's, in each round of its own: the median. */
export function ratioOf(one: Measured, other: Measured): number {
  const pairs = one.rounds.map(({ cpu }, round) => cpu / (other.rounds[round]?.cpu ?? Number.NaN));
  return median(pairs);
}
