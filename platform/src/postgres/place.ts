import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, lstat, mkdir, realpath, rm, rmdir, symlink } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { type Binaries, canRun, completeBinaries, copyBinaries, findBinaries } from "./binaries.ts";
import type { SystemUser } from "./program.ts";
import { StartError } from "./start-error.ts";
import { systemCode } from "./system-error.ts";
import { canWrite, chooseSystemUser } from "./system-user.ts";

/** Where root puts what the user who runs Postgres must reach. */
const SYSTEM_FOLDER = "/var/lib/convene";

/** Where one data folder's Postgres lives, and who runs it. All paths are absolute and real. */
export interface Place {
  /** Holds all that follows, `connection.json` and `lock.json`. */
  readonly home: string;
  /** What Postgres calls its data directory. */
  readonly cluster: string;
  readonly logs: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | null;
  /** A sentence for the person who starts Convene when this is not where they would look. */
  readonly notice: string | null;
}

export interface PlaceOptions {
  /** The folder of all that Convene keeps; Postgres takes `postgres` in it. */
  readonly dataFolder: string;
  readonly systemFolder?: string;
}

/** The home of an existing data folder, or null when nothing was ever started there. */
export async function findHome(dataFolder: string): Promise<string | null> {
  return realpath(join(dataFolder, "postgres")).catch((error: unknown) => {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR") return null;
    throw error;
  });
}

export async function preparePlace({
  dataFolder,
  systemFolder = SYSTEM_FOLDER,
}: PlaceOptions): Promise<Place> {
  await mkdir(dataFolder, { recursive: true });
  const entry = join(await realpath(dataFolder), "postgres");
  const user = await chooseSystemUser(join(entry, "cluster"));
  const home = await prepareHome({ entry, user, systemFolder });
  const binaries = await reachBinaries(user, user ? systemFolder : home);
  return {
    home,
    cluster: join(home, "cluster"),
    logs: join(home, "log"),
    binaries,
    user,
    notice: home === entry ? null : noticeOf(entry, home, user),
  };
}

interface HomeOptions {
  readonly entry: string;
  readonly user: SystemUser | null;
  readonly systemFolder: string;
}

async function prepareHome(options: HomeOptions): Promise<string> {
  const { entry, user } = options;
  if (await isLink(entry)) return followLink(options);
  if (await openLogs(entry, user)) return entry;
  if (existsSync(join(entry, "cluster"))) throw closedTo(user, entry);
  await rm(join(entry, "log"), { recursive: true, force: true });
  await rmdir(entry); // only when empty: whatever else is there is not ours to remove
  await symlink(await freeHome(options), entry).catch((error: unknown) => {
    if (systemCode(error) !== "EEXIST") throw error; // another start was faster: follow its link
  });
  return followLink(options);
}

const isLink = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => null))?.isSymbolicLink() ?? false;

async function followLink({ entry, user }: HomeOptions): Promise<string> {
  const home = await realpath(entry).catch(() => {
    throw new StartError(
      `${entry} points to a folder that is gone: put the folder back, or remove ${entry} to ` +
        `begin with an empty database.`,
    );
  });
  if (!(await openLogs(home, user))) throw closedTo(user, home);
  return home;
}

/** The first folder made in a home shows whether the user who runs Postgres can work there. */
async function openLogs(home: string, user: SystemUser | null): Promise<boolean> {
  const logs = join(home, "log");
  await mkdir(home, { recursive: true, mode: 0o755 });
  await mkdir(logs, { recursive: true, mode: 0o700 });
  if (user) await chown(logs, user.uid, user.gid);
  return canWrite(logs, user);
}

/**
 * Named after the data folder's path, so that two checkouts do not meet. A database that stands
 * there already belonged to a data folder that was deleted: it is left alone.
 */
async function freeHome({ entry, systemFolder }: HomeOptions): Promise<string> {
  const checkout = basename(dirname(dirname(entry))).replace(/[^\w.-]/g, "-");
  const hash = createHash("sha256").update(entry).digest("hex").slice(0, 8);
  for (let count = 1; ; count += 1) {
    const name = [checkout, hash, ...(count > 1 ? [count] : [])].join("-");
    const home = join(systemFolder, name);
    if (existsSync(join(home, "cluster"))) continue;
    await mkdir(home, { recursive: true, mode: 0o755 });
    return home;
  }
}

/** The installed programs, or a copy of them in `shelter` that the user can execute. */
async function reachBinaries(user: SystemUser | null, shelter: string): Promise<Binaries> {
  const installed = await findBinaries();
  const whole = await completeBinaries(installed);
  if (whole && (await canRun(installed, user))) return installed;
  const copy = await copyBinaries(installed, shelter);
  if (await canRun(copy, user)) return copy;
  throw new StartError(
    `PostgreSQL's programs do not run on this machine (tried in ${installed.root} and ` +
      `${copy.root}): set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

const closedTo = (user: SystemUser | null, folder: string): StartError =>
  new StartError(
    `The database in ${folder} cannot be reached by ${user?.name ?? "you"}, who runs PostgreSQL: ` +
      `open every folder above it to that user, or set CONVENE_DATA to another folder.`,
  );

const noticeOf = (entry: string, home: string, user: SystemUser | null): string =>
  `PostgreSQL runs as the user "${user?.name ?? ""}", to whom ${entry.split(sep, 2).join(sep)} ` +
  `is closed: the database is kept in ${home}, and ${entry} points there.`;
