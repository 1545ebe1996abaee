import type { Scenario } from "../scenario/scenario.ts";
import type { Measured } from "./campaign.ts";
import { summaryOf } from "./summary.ts";

export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly measured: readonly Measured[];
}

/** Everything that was measured, for other programs; times in ms, memory in bytes. */
export function jsonOf(
  machine: string,
  options: object,
  results: readonly ScenarioResult[],
): string {
  const told = results.map(({ scenario, measured }) => ({
    scenario: scenario.name,
    contenders: measured.map((one) => ({
      ...summaryOf(one),
      rounds: one.rounds.map(({ latency: _, ...round }) => round),
    })),
  }));
  return `${JSON.stringify({ machine, options, results: told }, null, 2)}\n`;
}
