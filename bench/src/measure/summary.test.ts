import { createHistogram } from "node:perf_hooks";
import type { Measured } from "./campaign.ts";
import { ratioOf, summaryOf } from "./summary.ts";

const contender = { name: "product", title: "Convene", processes: [] } as const;

/** Rounds with these milliseconds of processor time, and these latencies in microseconds. */
const measured = (...rounds: { cpu: number; latencies?: number[] }[]): Measured => ({
  contender,
  rounds: rounds.map(({ cpu, latencies = [] }) => {
    const latency = createHistogram();
    for (const one of latencies) latency.record(one);
    const figures = { cpu, cpuNode: cpu, cpuPostgres: 0, statements: 3, calls: 1, peak: cpu };
    return { ...figures, requests: 10, requestsPerSecond: 2, latency };
  }),
});

it("tells the median of all rounds, between the least and the most", () => {
  const { cpu, peak, requests } = summaryOf(measured({ cpu: 9 }, { cpu: 4 }, { cpu: 5 }));
  expect(cpu).toEqual({ median: 5, least: 4, most: 9 });
  expect([peak, requests]).toEqual([9, 30]);
});

it("takes latencies from all rounds together", () => {
  const one = { cpu: 1, latencies: Array.from({ length: 98 }, () => 2000) };
  const { p50, p99 } = summaryOf(measured(one, { cpu: 1, latencies: [50_000, 50_000] }));
  expect(p50).toBeCloseTo(2, 1);
  expect(p99).toBeCloseTo(50, 0);
});

it("compares two contenders round by round, so that a slow minute of the machine counts for both", () => {
  const one = measured({ cpu: 3 }, { cpu: 30 }, { cpu: 4 });
  const other = measured({ cpu: 6 }, { cpu: 60 }, { cpu: 5 });
  expect(ratioOf(one, other)).toBe(0.5);
});
