import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { CheckReport } from "../check/check-report.ts";
import { type Check, runChecks } from "../check/checking.ts";
import { allChecks } from "../check/checks.ts";
import { readCheckConfig } from "../check/config.ts";
import { StartError } from "../postgres/start-error.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** `npm run check [-- NAME…]`: proves the rules of the house, or only those that are named. */
export async function run(names: readonly string[], signal: AbortSignal): Promise<number> {
  const checks = chosen(allChecks(root, readCheckConfig().CONVENE_BASE), names);
  const report = new CheckReport(process.stdout, checks);
  const lanes = availableParallelism();
  const results = await runChecks(checks, { lanes, signal, watcher: report });
  report.close(results);
  return results.every(({ passed }) => passed) ? 0 : 1;
}

function chosen(checks: readonly Check[], names: readonly string[]): readonly Check[] {
  const known = checks.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new StartError(
      `No check is called ${unknown.join(", ")}: there are ${known.join(", ")}.`,
    );
  }
  return names.length === 0 ? checks : checks.filter(({ name }) => names.includes(name));
}
