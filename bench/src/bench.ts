import { StartError } from "@convene/platform/postgres/start-error";
import { measureImport } from "./import-files.ts";
import { measureStart } from "./start-times.ts";

const SCENARIOS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  start: measureStart,
  import: measureImport,
};

const USAGE = `What shall be measured?
  npm run bench -- start [RUNS]     first and later starts, with the demo network, and memory
  npm run bench -- import [FOLDER]  27,000 invented activities; before them organisations.csv, presence.csv,
                                    collaborations.csv and activities.csv of a folder`;

/** `npm run bench -- SCENARIO`: measurements, run by hand on a machine that does nothing else. */
export async function run([name = "", ...args]: readonly string[]): Promise<void> {
  const measure = SCENARIOS[name];
  if (!measure) throw new StartError(USAGE);
  await measure(args);
}
