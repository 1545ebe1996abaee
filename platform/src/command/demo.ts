import { parseArgs } from "node:util";
import { type PlatformConfig, readPlatformConfig } from "../config.ts";
import { DEMO_STATE, type DemoState, describeDemo } from "../demo/demo-state.ts";
import { loadDemo } from "../demo/load-demo.ts";
import { printRemoval } from "../demo/removal-print.ts";
import { removeDemo } from "../demo/remove-demo.ts";
import { StartError } from "../postgres/start-error.ts";
import { openOrAttachDatabase } from "../runtime/database.ts";
import type { Services } from "../runtime/services.ts";
import { PlatformState } from "../runtime/state.ts";
import { withTools } from "../runtime/tools.ts";
import { Steps } from "./terminal.ts";

const USAGE = `What shall become of the demo network?
  npm run demo              says whether it is here
  npm run demo -- load      loads it, where it is not
  npm run demo -- remove    takes it away, and nothing else
    --dry-run               say what would go and what would stay, and change nothing`;

const NONE = "There is no demo network here: npm run demo -- load loads it.";

/** `npm run demo`: the demo network of a Convene that runs, or alone. */
export async function run(args: readonly string[]): Promise<void> {
  const { action, dryRun } = readOptions(args);
  const config = readPlatformConfig();
  if (action === undefined) tell(await stateOf(config));
  else if (action === "load") await load(config);
  else await remove(config, dryRun);
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { "dry-run": { type: "boolean", default: false } },
    });
    const [action, ...more] = positionals;
    const dryRun = values["dry-run"];
    const known = action === undefined || action === "load" || action === "remove";
    if (!known || more.length > 0 || (dryRun && action !== "remove")) throw new StartError(USAGE);
    return { action, dryRun };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

async function stateOf({ dataFolder, DATABASE_URL }: PlatformConfig): Promise<string> {
  const database = await openOrAttachDatabase({ dataFolder, databaseUrl: DATABASE_URL });
  try {
    const known = await read(new PlatformState(database.adminUrl));
    if (!known) return NONE;
    if (known.state === "loading") return "The demo network is half loaded: npm run demo -- load.";
    const left = staying(known);
    const stayed = known.state === "removed" && left > 0 ? `; of it, ${left} records stayed` : "";
    return `Demo network: ${describeDemo(known)}${stayed}.`;
  } finally {
    await database.stop();
  }
}

const load = (config: PlatformConfig) =>
  withTools(config, async (opened) => {
    const state = new PlatformState(opened.database.adminUrl);
    await state.alone(async () => {
      await requirePlace(state);
      await loadReferences(opened.services);
      const steps = new Steps(process.stdout);
      await steps.step("Demo network", () => loadDemo(opened, state), describeDemo);
    });
  });

/** @throws StartError where something of it is here, and would be there twice. */
async function requirePlace(state: PlatformState): Promise<void> {
  const known = await read(state);
  if (!known || known.state === "loading") return;
  if (known.state === "loaded") throw new StartError("The demo network is here already.");
  if (known.state === "removing" || staying(known) > 0) {
    throw new StartError(
      "Parts of an earlier demo network are here still, and would be there twice: " +
        "npm run demo -- remove takes away what nothing else names, and tells why the rest stays.",
    );
  }
  await state.forget(DEMO_STATE);
}

/** The demo network refers to it, and a database that nothing was started on has none yet. */
async function loadReferences(services: Services): Promise<void> {
  for (const { definition, parts } of Object.values(services)) {
    await definition.loadReference?.(parts);
  }
}

const remove = (config: PlatformConfig, dryRun: boolean) =>
  withTools(config, async (opened) => {
    const state = new PlatformState(opened.database.adminUrl);
    const report = await state.alone(() => removeDemo({ opened, state, dryRun }));
    if (report) printRemoval(report, process.stdout);
    else tell(NONE);
  });

const read = async (state: PlatformState) => (await state.read(DEMO_STATE)) as DemoState | null;

const staying = ({ made = {} }: DemoState): number =>
  Object.values(made).reduce((sum, marks) => sum + Object.keys(marks).length, 0);

const tell = (sentence: string) => process.stdout.write(`${sentence}\n`);
