import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartError } from "@convene/platform/postgres/start-error";
import { writeActivities } from "./activity-file.ts";
import { ConveneProcess } from "./convene-process.ts";
import { print } from "./figures.ts";
import { median } from "simple-statistics";
import { type Watched, watchCommand } from "./watched-command.ts";

const FILES = [
  ["organisations", "organisations.csv"],
  ["presence", "presence.csv"],
  ["relationships", "collaborations.csv"],
  ["activities", "activities.csv"],
] as const;

const MEGABYTE = 1024 * 1024;
const ACTIVITIES = 27_000;

/** Memory may go up by so much from the second quarter of a long import to its end. */
const FLAT = 1.25;
const LONGEST = 60;

/**
 * Imports files into an empty Convene, twice: those of folders, and others by `KIND=FILE`; then many
 * activities, all invented.
 *
 * @throws StartError when the invented ones take over a minute, or ever more memory.
 */
export async function measureImport(sources: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "convene-bench-"));
  const invented = join(folder, "invented-activities.csv");
  await writeActivities(invented, ACTIVITIES);
  const files = sources.flatMap((source) => filesOf(source));
  for (const { path } of files) await access(path);
  const problems: string[] = [];
  const convene = await ConveneProcess.start(folder);
  try {
    for (const round of ["first", "again"]) {
      for (const { kind, path } of files) {
        const watched = await watchCommand(["import", kind, path], folder);
        print(`${round}  ${kind.padEnd(14)} ${told(watched)}  ${path}`);
      }
      const watched = await watchCommand(["import", "activities", invented], folder);
      print(`${round}  ${"activities".padEnd(14)} ${told(watched)}  27,000 invented rows`);
      problems.push(...problemsOf(watched));
    }
  } finally {
    await convene.stop();
    await rm(folder, { recursive: true, force: true });
  }
  if (problems.length > 0) throw new StartError(problems.join(" "));
}

function filesOf(source: string): { kind: string; path: string }[] {
  const [kind, path] = source.split("=", 2);
  if (kind !== undefined && path !== undefined) return [{ kind, path }];
  return FILES.map(([kindOf, file]) => ({ kind: kindOf, path: join(source, file) }));
}

function problemsOf(watched: Watched): string[] {
  const [, second = Number.NaN, , last = Number.NaN] = quartersOf(watched);
  return [
    ...(watched.seconds > LONGEST ? [`It took more than ${LONGEST} s.`] : []),
    ...(last / second > FLAT ? ["Its memory was not flat."] : []),
  ];
}

/** Resident memory in each quarter of the run, in megabytes: the median, since a heap goes up and down. */
const quartersOf = ({ memory }: Watched): number[] =>
  [0, 1, 2, 3].map((quarter) => {
    const [from, to] = [quarter, quarter + 1].map((end) => Math.floor((memory.length * end) / 4));
    const samples = memory.slice(from, to);
    return samples.length > 0 ? median(samples) / MEGABYTE : Number.NaN;
  });

/** Time, processor, memory at each quarter of the run, and what the report counts. */
function told(watched: Watched): string {
  const { seconds, processorSeconds, output } = watched;
  const counts = [...output.matchAll(/^ {2}(created|updated|unchanged|skipped) +(\S+)/gm)]
    .map(([, outcome, count]) => `${count ?? ""} ${outcome ?? ""}`)
    .join(", ");
  const megabytes = quartersOf(watched).map((value) => value.toFixed(0));
  return [
    `${seconds.toFixed(1)} s`,
    `${processorSeconds.toFixed(1)} s of processor`,
    `${megabytes.join(", ")} MB by quarters`,
    counts,
  ].join("  ");
}
