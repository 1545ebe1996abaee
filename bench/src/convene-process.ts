import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { descendantsOf, residentOf } from "./measure/proc.ts";

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
    const postgres = await residentOf(await descendantsOf(pid));
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
