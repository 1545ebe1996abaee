import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeActivities } from "./activity-file.ts";
import { ConveneProcess } from "./convene-process.ts";
import { print } from "./figures.ts";
import { watchCommand } from "./watched-command.ts";

const FILES = [
  ["organisations", "organisations.csv"],
  ["presence", "presence.csv"],
  ["relationships", "collaborations.csv"],
  ["activities", "activities.csv"],
] as const;

const MEGABYTE = 1024 * 1024;
const ACTIVITIES = 27_000;

/** Imports a folder's files into an empty Convene, twice; then many activities, all invented. */
export async function measureImport([source]: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "convene-bench-"));
  const invented = join(folder, "invented-activities.csv");
  await writeActivities(invented, ACTIVITIES);
  const given = source === undefined ? [] : FILES;
  const files = given.map(([kind, file]) => ({ kind, path: join(source ?? "", file) }));
  const convene = await ConveneProcess.start(folder);
  try {
    for (const round of ["first", "again"]) {
      for (const { kind, path } of [...files, { kind: "activities", path: invented }]) {
        await access(path);
        print(`${round}  ${kind.padEnd(14)} ${await measure(["import", kind, path], folder)}`);
      }
    }
  } finally {
    await convene.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Time, processor, memory at each quarter of the run, and what the report counts. */
async function measure(args: readonly string[], folder: string): Promise<string> {
  const { seconds, processorSeconds, memory, output } = await watchCommand(args, folder);
  const counts = [...output.matchAll(/^ {2}(created|updated|unchanged|skipped) +(\S+)/gm)]
    .map(([, outcome, count]) => `${count ?? ""} ${outcome ?? ""}`)
    .join(", ");
  const quarters = [1, 2, 3, 4].map(
    (quarter) => (memory[Math.ceil((memory.length * quarter) / 4) - 1] ?? Number.NaN) / MEGABYTE,
  );
  const megabytes = quarters.map((value) => value.toFixed(0)).join(", ");
  return [
    `${seconds.toFixed(1)} s`,
    `${processorSeconds.toFixed(1)} s of processor`,
    `${megabytes} MB by quarters`,
    counts,
  ].join("  ");
}
