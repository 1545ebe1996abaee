import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConveneProcess, runCommand } from "./convene-process.ts";
import { print } from "./figures.ts";

const FILES = [
  ["organisations", "organisations.csv"],
  ["presence", "presence.csv"],
  ["relationships", "collaborations.csv"],
] as const;

/** Imports a folder's files into an empty Convene, twice; beside it as it runs. */
export async function measureImport([source = "."]: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "convene-bench-"));
  const convene = await ConveneProcess.start(folder);
  try {
    for (const round of ["first", "again"]) {
      for (const [kind, file] of FILES) {
        const path = join(source, file);
        await access(path);
        const { seconds, output } = await runCommand(["import", kind, path], folder);
        const counts = [...output.matchAll(/^ {2}(created|updated|unchanged|skipped) +(\S+)/gm)]
          .map(([, outcome, count]) => `${count ?? ""} ${outcome ?? ""}`)
          .join(", ");
        print(`${round}  ${kind.padEnd(14)} ${seconds.toFixed(1)} s  ${counts}`);
      }
    }
  } finally {
    await convene.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
