import type { Colours } from "@convene/platform/command/terminal";
import Table from "cli-table3";
import type { Scenario } from "../scenario/scenario.ts";
import type { Measured } from "./campaign.ts";
import { ratioOf, type Summary, summaryOf } from "./summary.ts";

/** Of @apollo/gateway's processor time, at the most, where a question goes over several services. */
const GOAL = 0.6;

const MEGABYTE = 1024 * 1024;

const HEAD = ["", "CPU ms/request", "node", "postgres", "req/s", "p50 ms", "p99 ms"];
const MORE = ["peak MB", "SQL", "calls"];

const PLAIN = {
  ...Object.fromEntries(
    ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
      ["", "-mid", "-left", "-right"].map((part) => [`${side}${part}`, ""]),
    ),
  ),
  "mid-mid": "",
  middle: " ",
};

/** The table of one scenario, and what it says of the goal. */
export function reportOf(
  scenario: Scenario,
  measured: readonly Measured[],
  colours: Colours,
): string {
  const { bold, dim } = colours;
  const table = new Table({
    head: [...HEAD, ...MORE].map((title) => dim(title)),
    chars: PLAIN,
    colAligns: ["left", ...Array.from({ length: 9 }, () => "right" as const)],
    style: { head: [], border: [], "padding-left": 1, "padding-right": 1 },
  });
  for (const one of measured) table.push(rowOf(summaryOf(one)));
  const verdict = verdictOf(scenario, measured, colours);
  return `\n${bold(scenario.title)}\n${table.toString()}\n${verdict}`;
}

function rowOf(summary: Summary): string[] {
  const { median, least, most } = summary.cpu;
  return [
    summary.title,
    `${median.toFixed(2)} (${least.toFixed(2)} – ${most.toFixed(2)})`,
    summary.cpuNode.toFixed(2),
    summary.cpuPostgres.toFixed(2),
    summary.requestsPerSecond.toFixed(0),
    summary.p50.toFixed(1),
    summary.p99.toFixed(1),
    (summary.peak / MEGABYTE).toFixed(0),
    summary.statements.toFixed(1),
    summary.calls.toFixed(1),
  ];
}

/** Empty where one of the two did not run. */
function verdictOf(
  scenario: Scenario,
  measured: readonly Measured[],
  { green, red, dim }: Colours,
): string {
  const product = measured.find(({ contender }) => contender.name === "product");
  const apollo = measured.find(({ contender }) => contender.name === "apollo");
  if (!product || !apollo) return "";
  const ratio = ratioOf(product, apollo);
  const share = `${(ratio * 100).toFixed(0)} % of @apollo/gateway's processor time`;
  if (!scenario.nested) return ` ${dim(`Convene in one process: ${share}`)}\n`;
  const goal = `${(GOAL * 100).toFixed(0)} %`;
  return ratio <= GOAL
    ? ` ${green("✓")} Convene in one process: ${share} (goal: at most ${goal})\n`
    : ` ${red("✗")} Convene in one process: ${share} (goal: at most ${goal})\n`;
}
