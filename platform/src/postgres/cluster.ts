import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { programOf } from "./binaries.ts";
import {
  type Connection,
  SUPERUSER,
  newConnection,
  readConnection,
  writeConnection,
} from "./connection.ts";
import { syncFolder } from "./durable-file.ts";
import { failureOf } from "./failure.ts";
import type { Place } from "./place.ts";
import { runProgram } from "./program.ts";
import type { ServerMode } from "./settings.ts";
import { StartError } from "./start-error.ts";

interface ClusterOptions extends ServerMode {
  readonly place: Place;
  readonly password: string;
}

/** Makes the cluster of a place on its first start. @returns how to connect to it */
export async function prepareCluster(place: Place, { durable }: ServerMode): Promise<Connection> {
  const known = await readConnection(place.home);
  const version = await clusterVersion(place);
  if (version !== null) {
    checkClusterVersion(version, place);
    if (known) return known;
    throw new StartError(
      `${place.home} holds a database, but not its password (connection.json): put the file back ` +
        `from a backup.`,
    );
  }
  const connection = known ?? newConnection();
  await writeConnection(place.home, connection);
  await createCluster({ place, password: connection.password, durable });
  return connection;
}

/** The major version that made the cluster, or null when there is none yet. */
const clusterVersion = async ({ cluster }: Place): Promise<string | null> =>
  (await readFile(join(cluster, "PG_VERSION"), "utf8").catch(() => null))?.trim() ?? null;

/**
 * Made under a name of its own and renamed when whole: a start that was cut off leaves no half of
 * it, and its initdb, which may run on for a moment, does not meet ours.
 */
async function createCluster({ place, password, durable }: ClusterOptions): Promise<void> {
  await removeDrafts(place);
  const draft = `${place.cluster}.new.${randomBytes(4).toString("hex")}`;
  const secret = join(draft, "password");
  await mkdir(draft, { mode: 0o700 });
  await mkdir(join(draft, "cluster"), { mode: 0o700 });
  await writeFile(secret, `${password}\n`, { mode: 0o600 });
  if (place.user) {
    const { uid, gid } = place.user;
    for (const path of [secret, join(draft, "cluster"), draft]) await chown(path, uid, gid);
  }
  await initialise(place, [
    `--pgdata=${join(draft, "cluster")}`,
    `--pwfile=${secret}`,
    ...(durable ? [] : ["--no-sync"]),
  ]);
  await rename(join(draft, "cluster"), place.cluster);
  await syncFolder(place.home);
  await rm(draft, { recursive: true, force: true });
}

/**
 * Text is compared and upper-cased by PostgreSQL's own Unicode tables, so that an update of the
 * operating system's cannot break the indexes. Where the operating system has no C.UTF-8 of its
 * own (for the few things that still ask it), C serves.
 */
async function initialise(place: Place, args: readonly string[]): Promise<void> {
  const run = (locale: string) =>
    runProgram(
      programOf(place.binaries, "initdb"),
      [
        ...args,
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        `--locale=${locale}`,
        "--lc-messages=C",
        "--auth=scram-sha-256",
        `--username=${SUPERUSER}`,
        "--no-instructions",
      ],
      place.user,
    );
  const first = await run("C.UTF-8");
  const result = first.output.includes("invalid locale name") ? await run("C") : first;
  if (result.code !== 0) throw failureOf(result.output, place);
}

/** Of starts that ended in the middle. One in which an initdb still writes goes the next time. */
async function removeDrafts({ home }: Place): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith("cluster.new")) continue;
    await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A cluster belongs to one major version for ever: this says what to do about another one's. */
function checkClusterVersion(found: string, { home, binaries }: Place): void {
  const ours = binaries.version.split(".")[0] ?? "";
  if (found === ours) return;
  const advice =
    Number(found) > Number(ours)
      ? "update Convene"
      : `move its data with the pg_dump of PostgreSQL ${found}, or start with the older Convene`;
  throw new StartError(
    `The database in ${home} was made by PostgreSQL ${found}, and this Convene brings ` +
      `PostgreSQL ${ours}: ${advice}.`,
  );
}
