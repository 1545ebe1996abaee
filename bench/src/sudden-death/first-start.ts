import { setTimeout as pause } from "node:timers/promises";
import { print } from "../figures.ts";
import { withDataFolder } from "./campaign-folder.ts";
import { withDatabase } from "./database.ts";
import { MortalPlatform, postmasterOf } from "./mortal-platform.ts";
import { MortalProcess } from "./mortal-process.ts";
import type { Random } from "./random.ts";
import { compareWithRebuild, contentsOf } from "./replicas.ts";
import { Tally } from "./tally.ts";
import { type Findings, merge } from "./work.ts";

/** How many rows every table has, by its name. */
type Counts = ReadonlyMap<string, string>;

/**
 * Kills the very first start, in which the cluster, the tables and the demo network are made. The
 * next one has to end with what a first start that nobody kills ends with.
 */
export async function measureFirstStarts(kills: number, random: Random): Promise<Tally> {
  const tally = new Tally("kill -9 in the middle of: the first start (the next one finishes it)");
  const whole = await withDataFolder(async (folder) => {
    const platform = await MortalPlatform.start(folder, []);
    return { counts: await countsOf(folder), seconds: platform.start.seconds };
  });
  for (let index = 1; index <= kills; index += 1) {
    const after = random.upTo(whole.seconds * 1_000);
    const death = { after, early: true, postgres: random.percent(33), work: false };
    await withDataFolder(async (folder) => {
      await killFirst(folder, death);
      const platform = await MortalPlatform.start(folder, []);
      const findings = merge([
        compareCounts(whole.counts, await countsOf(folder)),
        await compareWithRebuild(folder),
      ]);
      tally.add({ platform, death, inTheMiddle: true, findings });
      print(`first start ${index} of ${kills}: killed after ${(after / 1000).toFixed(1)} s`);
      await platform.stop();
    });
  }
  return tally;
}

/** Kills a start on an empty folder after a time; its Postgres runs on, unless it is killed too. */
async function killFirst(
  folder: string,
  { after, postgres }: { readonly after: number; readonly postgres: boolean },
): Promise<void> {
  const command = MortalProcess.start(["start"], folder);
  await pause(after);
  const server = postmasterOf(folder);
  const killed = command.end("SIGKILL");
  if (postgres && server !== null) process.kill(server, "SIGKILL");
  await killed;
}

export const countsOf = (folder: string): Promise<Counts> =>
  withDatabase(folder, async (database) => {
    const contents = await contentsOf(database);
    return new Map([...contents].map(([table, content]) => [table, content.split(" ")[0] ?? ""]));
  });

function compareCounts(wanted: Counts, found: Counts): Findings {
  const different = [...wanted]
    .filter(([table, count]) => found.get(table) !== count)
    .map(([table, count]) => `${table}: ${found.get(table) ?? "no"} rows in place of ${count}`);
  return { lost: [], doubled: [], different };
}
