import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { launch } from "./convene-process.ts";

export interface Watched {
  readonly seconds: number;
  /** Of processor, user and system; of this process alone, without Postgres. */
  readonly processorSeconds: number;
  /** Resident, in bytes, every quarter of a second. */
  readonly memory: readonly number[];
  readonly output: string;
}

const CLOCK_TICKS = 100;

/** Runs a command to its end, and looks at its memory and processor meanwhile. Linux. */
export async function watchCommand(args: readonly string[], dataFolder: string): Promise<Watched> {
  const began = performance.now();
  const child = launch(args, dataFolder);
  const pid = child.pid ?? 0;
  let output = "";
  child.stdout?.on("data", (piece: Buffer) => {
    output += piece.toString();
  });
  const exited = once(child, "exit");
  const memory: number[] = [];
  let processorSeconds = 0;
  while (child.exitCode === null && child.signalCode === null) {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    const resident = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    if (resident > 0) memory.push(resident);
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    if (user !== undefined) processorSeconds = (Number(user) + Number(system)) / CLOCK_TICKS;
    await Promise.race([exited, setTimeout(250)]);
  }
  await exited;
  return { seconds: (performance.now() - began) / 1000, processorSeconds, memory, output };
}
