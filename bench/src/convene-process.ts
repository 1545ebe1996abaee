import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const LAUNCHER = join(import.meta.dirname, "../../platform/bin/convene.mjs");

/** A Convene in a process of its own, as `npm start` starts it. */
export class ConveneProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Seconds from the start of the process until it said that it is ready. */
    readonly secondsToReady: number,
  ) {}

  static async start(dataFolder: string): Promise<ConveneProcess> {
    const began = performance.now();
    const child = launch(["start"], dataFolder);
    let output = "";
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on("data", (piece: Buffer) => {
        output += piece.toString();
        if (output.includes("Ready in")) resolve();
      });
      child.once("exit", () => {
        reject(new Error(`It did not start:\n${output}`));
      });
    });
    return new ConveneProcess(child, (performance.now() - began) / 1000);
  }

  /** Resident memory of Node, and of all Postgres processes, in bytes. */
  async memory(): Promise<{ node: number; postgres: number }> {
    const pid = this.child.pid ?? 0;
    const postgres = await residentOf(await descendants(pid));
    return { node: await residentOf([pid]), postgres };
  }

  async stop(): Promise<void> {
    const exited = once(this.child, "exit");
    this.child.kill("SIGINT");
    await exited;
  }
}

/** A command, as `npm run` starts it. */
export function launch(args: readonly string[], dataFolder: string): ChildProcess {
  const env = { ...process.env, CONVENE_DATA: dataFolder, PORT: "0" };
  return spawn(process.execPath, [LAUNCHER, ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Proportional set size: memory that processes share is counted once. Linux. */
async function residentOf(pids: readonly number[]): Promise<number> {
  let bytes = 0;
  for (const pid of pids) {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    bytes += Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
  }
  return bytes;
}

/** The processes below one, by `/proc`. */
async function descendants(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const text = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "");
    const parent = /\) \w (\d+) /.exec(text)?.[1];
    if (parent !== undefined) parents.set(Number(entry), Number(parent));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === root || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}
