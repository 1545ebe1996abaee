import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Outcome } from "./checking.ts";
import { plainEnvironment } from "./config.ts";

export interface ToolRun {
  /** The checkout in which it runs. */
  readonly root: string;
  /** A script of Node's, from the checkout's top, and what it is told. */
  readonly script: string;
  readonly args: readonly string[];
  readonly signal: AbortSignal;
}

/** Runs a tool in a process of its own; it passes when it exits with 0. */
export function runTool({ root, script, args, signal }: ToolRun): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      env: plainEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let output = "";
    const collect = (chunk: string) => (output += chunk);
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", reject);
    child.on("close", (code, killedBy) => {
      const ending = killedBy === null ? "" : `${script} was ended by ${killedBy}\n`;
      resolve({ passed: code === 0, output: output + ending });
    });
  });
}
