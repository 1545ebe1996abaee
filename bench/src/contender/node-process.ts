import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { cpuOf, forgetPeak, peakOf } from "../measure/proc.ts";
import type { Counted } from "../probe/counted.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PROBE = new URL("../probe/probe.mjs", import.meta.url).href;

/** How long a process may take to answer `/readyz` on a busy machine, in milliseconds. */
const PATIENCE = 600_000;
const KEPT_OUTPUT = 4_000;

/** A process that stands still would stay when we are gone. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export interface NodeStart {
  readonly title: string;
  /** What follows `node`, from the top of the checkout. */
  readonly args: readonly string[];
  /** With the `PORT` on which it is to listen. */
  readonly variables: Readonly<Record<string, string>>;
}

/** A process of a contender, which can be made to stand still while another contender runs. */
export class NodeProcess {
  private output = "";
  private ended = false;

  private constructor(
    private readonly child: ChildProcess,
    readonly title: string,
    readonly url: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.output = (this.output + chunk.toString()).slice(-KEPT_OUTPUT);
      });
    }
    running.add(child);
    child.once("exit", () => {
      this.ended = true;
      running.delete(child);
    });
  }

  static async start({ title, args, variables }: NodeStart): Promise<NodeProcess> {
    const { PATH = "", HOME = "" } = process.env;
    const child = spawn(process.execPath, [...args], {
      cwd: ROOT,
      env: {
        PATH,
        HOME,
        NODE_ENV: "production",
        NODE_OPTIONS: `--import=${PROBE} ${process.env["BENCH_NODE_OPTIONS"] ?? ""}`,
        HOST: "127.0.0.1",
        ...variables,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const started = new NodeProcess(child, title, `http://127.0.0.1:${variables["PORT"] ?? ""}`);
    await started.untilReady().catch(async (error: unknown) => {
      await started.stop();
      throw error;
    });
    return started;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  cpu(): Promise<number> {
    return cpuOf(this.pid);
  }

  peak(): Promise<number> {
    return peakOf(this.pid);
  }

  forgetPeak(): Promise<void> {
    return forgetPeak(this.pid);
  }

  /** What the probe has counted since the start. */
  async counted(): Promise<Counted> {
    const answered = once(this.child, "message") as Promise<[Counted]>;
    this.child.send("count");
    const [counted] = await answered;
    return counted;
  }

  standStill(): void {
    this.child.kill("SIGSTOP");
  }

  goOn(): void {
    this.child.kill("SIGCONT");
  }

  async stop(): Promise<void> {
    if (this.ended) return;
    const exited = once(this.child, "exit");
    this.goOn();
    this.child.kill("SIGTERM");
    const impatient = setTimeout(() => this.child.kill("SIGKILL"), 10_000);
    await exited;
    clearTimeout(impatient);
  }

  private async untilReady(): Promise<void> {
    const until = Date.now() + PATIENCE;
    while (Date.now() < until && !this.ended) {
      const response = await fetch(`${this.url}/readyz`).catch(() => null);
      await response?.text();
      if (response?.ok) return;
      await pause(50);
    }
    throw new Error(`${this.title} did not start:\n${this.output}`);
  }
}
