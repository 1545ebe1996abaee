import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { coloursOf, Steps } from "@convene/platform/command/terminal";
import { startContenders } from "./contender/contender.ts";
import { print } from "./figures.ts";
import { Disagreement } from "./measure/agreement.ts";
import { Arena } from "./measure/arena.ts";
import { Campaign } from "./measure/campaign.ts";
import { jsonOf, type ScenarioResult } from "./measure/json.ts";
import { machine } from "./measure/machine.ts";
import { reportOf } from "./measure/report.ts";
import { openNetwork } from "./network/bench-network.ts";
import { HELP } from "./option/help.ts";
import { readOptions, type RequestOptions } from "./option/options.ts";
import { StatusLine } from "./option/status-line.ts";
import type { Scenario } from "./scenario/scenario.ts";
import { scenarios } from "./scenario/scenarios.ts";

/** `npm run bench [-- SCENARIO…]`. Answers the exit code: 1 where contenders disagree. */
export async function measureRequests(
  args: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    print(HELP);
    return 0;
  }
  const { bold, dim } = coloursOf(process.stdout);
  const head = machine(options);
  print(`\n${bold("Convene")} ${dim("· what a request costs")}\n\n${head}\n`);
  const stops: (() => Promise<void>)[] = [];
  try {
    const campaign = await prepare(options, signal, stops);
    const { results, disagreed } = await runAll(campaign, options);
    if (options.json) await writeFile(options.json, jsonOf(head, options, results));
    return disagreed ? 1 : 0;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** The network and the contenders; `stops` takes what ends them. */
async function prepare(
  options: RequestOptions,
  signal: AbortSignal,
  stops: (() => Promise<void>)[],
): Promise<Campaign> {
  const steps = new Steps(process.stdout);
  const network = await steps.step(
    "Network",
    () => openNetwork({ folder: resolve(options.data), organisations: sizeOf(options) }),
    ({ sample }) => `${sample.organisations.length} organisations that everybody may see`,
  );
  stops.push(() => network.stop());
  const field = await steps.step(
    "Contenders",
    () => startContenders(network, options.contenders),
    ({ contenders }) => contenders.map(({ name }) => name).join(", "),
  );
  stops.push(() => field.stop());
  const arena = new Arena(field.contenders, network.postgres);
  const status = new StatusLine(process.stdout);
  return new Campaign(network, arena, {
    ...options,
    warmUp: options["warm-up"],
    signal,
    status,
  });
}

const sizeOf = ({ demo, organisations }: RequestOptions): number => (demo ? 0 : organisations);

async function runAll(campaign: Campaign, options: RequestOptions) {
  const results: ScenarioResult[] = [];
  let disagreed = false;
  for (const scenario of chosen(options)) {
    try {
      await campaign.compare(scenario);
      print(agreed(scenario, options));
      if (options.check) continue;
      const measured = await campaign.measure(scenario);
      results.push({ scenario, measured });
      print(reportOf(scenario, measured, coloursOf(process.stdout)));
    } catch (error) {
      if (!(error instanceof Disagreement)) throw error;
      disagreed = true;
      print(`${coloursOf(process.stdout).red("  ✗")} ${error.message}\n`);
    }
  }
  return { results, disagreed };
}

function chosen({ scenarios: names }: RequestOptions): readonly Scenario[] {
  return names.length === 0 ? scenarios : scenarios.filter(({ name }) => names.includes(name));
}

function agreed({ title }: Scenario, { compared }: RequestOptions): string {
  const { green, dim } = coloursOf(process.stdout);
  return `  ${green("✓")} ${title}: ${dim(`all answer the same (${compared} questions)`)}`;
}
