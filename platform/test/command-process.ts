import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { clusterOf, isGone, postmasterPid } from "./postgres-process.ts";

const script = fileURLToPath(new URL("../bin/convene.mjs", import.meta.url));

/** For what a busy machine may make slow; a quiet one needs a tenth. */
export const PATIENCE = 120_000;

export interface Ended {
  /** Null where a signal ended it that it could not answer. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run …` as a process of its own, in the environment of somebody who has set nothing else. */
export class CommandProcess {
  private static readonly started = new Set<CommandProcess>();
  private readonly said = { stdout: "", stderr: "" };
  readonly ended: Promise<Ended>;

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on("data", (chunk: Buffer) => (this.said.stdout += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (this.said.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => {
      child.on("close", (code) => {
        CommandProcess.started.delete(this);
        resolve({ code, ...this.said });
      });
    });
  }

  /** `prefix` are words before the command, such as those of a `SmallDisk`. */
  static start(
    args: readonly string[],
    variables: NodeJS.ProcessEnv,
    prefix: readonly string[] = [],
  ): CommandProcess {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, PORT: "0", ...variables };
    const [file = "", ...words] = [...prefix, process.execPath, script, ...args];
    const child = spawn(file, words, {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const command = new CommandProcess(child);
    CommandProcess.started.add(command);
    return command;
  }

  /** For `afterAll`: whatever a failed test has left. */
  static async endAll(): Promise<void> {
    const all = [...CommandProcess.started];
    for (const { child } of all) child.kill("SIGKILL");
    await Promise.all(all.map(({ ended }) => ended));
  }

  get stdout(): string {
    return this.said.stdout;
  }

  get runs(): boolean {
    return CommandProcess.started.has(this);
  }

  /** What it wrote, once it wrote that. */
  async wrote(pattern: RegExp): Promise<RegExpExecArray> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const match = pattern.exec(this.said.stdout);
      if (match) return match;
      if (!this.runs || Date.now() > until) {
        throw new Error(`It never wrote ${String(pattern)}: ${JSON.stringify(this.said)}`);
      }
      await pause(20);
    }
  }

  end(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}

export const runCommand = (...command: Parameters<typeof CommandProcess.start>): Promise<Ended> =>
  CommandProcess.start(...command).ended;

/** The database server of a data folder, or null where none runs. */
export function serverOf(dataFolder: string): number | null {
  if (!existsSync(join(clusterOf(dataFolder), "postmaster.pid"))) return null;
  const pid = postmasterPid(dataFolder);
  return isGone(pid) ? null : pid;
}
