import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConveneProcess } from "./convene-process.ts";
import { print, spread } from "./figures.ts";

const RUNS = 5;
const MEGABYTE = 1024 * 1024;

/** First starts (an empty data folder, the demo network) and later ones, each in turn. */
export async function measureStart([runs = String(RUNS)]: readonly string[]): Promise<void> {
  const first: number[] = [];
  const later: number[] = [];
  const node: number[] = [];
  const postgres: number[] = [];
  for (let run = 0; run < Number(runs); run += 1) {
    const folder = await mkdtemp(join(tmpdir(), "convene-bench-"));
    for (const seconds of [first, later]) {
      const convene = await ConveneProcess.start(folder);
      seconds.push(convene.secondsToReady);
      if (seconds === later) {
        const memory = await convene.memory();
        node.push(memory.node / MEGABYTE);
        postgres.push(memory.postgres / MEGABYTE);
      }
      await convene.stop();
    }
    await rm(folder, { recursive: true, force: true });
  }
  print(`first start, until ready   ${spread(first, "s")}`);
  print(`later start, until ready   ${spread(later, "s")}`);
  print(`memory of Node, idle       ${spread(node, "MB", 0)}`);
  print(`memory of Postgres, idle   ${spread(postgres, "MB", 0)}`);
}
