import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const LAUNCHER = join(import.meta.dirname, "../../../platform/bin/convene.mjs");

/** For a machine that does much else; nothing waits as long on a quiet one. */
const PATIENCE = 240_000;

/** A command of Convene, `npm run …`, in a process of its own, which may be ended by kill -9. */
export class MortalProcess {
  private static readonly running = new Set<MortalProcess>();
  stdout = "";
  stderr = "";
  private readonly exited: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on("data", (piece: Buffer) => (this.stdout += piece.toString()));
    child.stderr?.on("data", (piece: Buffer) => (this.stderr += piece.toString()));
    this.exited = once(child, "close");
    void this.exited.then(() => MortalProcess.running.delete(this));
  }

  /** In the environment of somebody who has set nothing but the data folder. */
  static start(args: readonly string[], dataFolder: string): MortalProcess {
    const { PATH, HOME } = process.env;
    const started = new MortalProcess(
      spawn(process.execPath, [LAUNCHER, ...args], {
        env: { PATH, HOME, PORT: "0", CONVENE_DATA: dataFolder },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
    MortalProcess.running.add(started);
    return started;
  }

  /** For the end of a campaign that failed in the middle. */
  static async killAll(): Promise<void> {
    await Promise.all([...MortalProcess.running].map((each) => each.end("SIGKILL")));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get runs(): boolean {
    return MortalProcess.running.has(this);
  }

  /** The exit code; null when it was killed, or while it runs. */
  get code(): number | null {
    return this.child.exitCode;
  }

  /** Seconds of the processors that it has used so far; proc_pid_stat(5), in ticks of 10 ms. */
  get cpuSeconds(): number {
    const line = readFileSync(`/proc/${this.pid}/stat`, "utf8");
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  /** What it wrote on standard output, once it wrote that. */
  async wrote(pattern: RegExp): Promise<RegExpExecArray> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const match = pattern.exec(this.stdout);
      if (match) return match;
      if (!this.runs || Date.now() > until) {
        throw new Error(`It never wrote ${String(pattern)}:\n${this.stdout}\n${this.stderr}`);
      }
      await pause(10);
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    await this.exited;
  }

  async ended(): Promise<void> {
    await this.exited;
  }
}
