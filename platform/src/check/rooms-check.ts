import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./checking.ts";
import { ROOMS } from "./structure-rules.ts";
import { runTool } from "./tool.ts";

/**
 * The walls between files, tests included; then the tree of the features, without the tests: a
 * factory makes the parents of what it builds, and so knows all features.
 */
const CONFIGS = [".dependency-cruiser.cjs", ".dependency-cruiser.features.cjs"];

export async function roomsOutcome(root: string, signal: AbortSignal): Promise<Outcome> {
  const script = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
  const rooms = ["services", ...Object.keys(ROOMS)].filter((room) => existsSync(join(root, room)));
  const failed: string[] = [];
  for (const config of CONFIGS) {
    const args = ["--config", config, "--output-type", "err-long", ...rooms];
    const { passed, output } = await runTool({ root, script, args, signal });
    if (!passed) failed.push(output.trim());
  }
  return { passed: failed.length === 0, output: failed.join("\n\n") };
}
