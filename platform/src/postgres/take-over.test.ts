import { jest } from "@jest/globals";
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { chown, mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  Holder,
  type Said,
  ask,
  clusterOf,
  eventually,
  isGone,
  isRoot,
  postmasterPid,
  removeTemporaryFolders,
  temporaryFolder,
} from "../../test/postgres-process.ts";
import { openPostgres } from "./open-postgres.ts";
import { preparePlace } from "./place.ts";
import { startServer } from "./server.ts";
import { stopServer } from "./server-stop.ts";
import { ensureSystemUser } from "./system-user.ts";

// Real processes, on a machine that may be busy with other tests.
jest.setTimeout(180_000);

const holders: Holder[] = [];
const strangers: ChildProcess[] = [];

afterEach(async () => {
  for (const holder of holders.splice(0)) await holder.end("SIGKILL");
  for (const stranger of strangers.splice(0)) stranger.kill();
  await removeTemporaryFolders();
});

/** Without fsync: processes are killed here, not machines, and a recovery would sync a thousand files. */
function hold(dataFolder: string): Holder {
  const holder = Holder.start({ dataFolder });
  holders.push(holder);
  return holder;
}

/** A data folder whose process was killed while its Postgres runs on. */
async function orphaned(): Promise<{ folder: string; said: Said; postmaster: number }> {
  const folder = await temporaryFolder();
  const holder = hold(folder);
  const said = await holder.said();
  await ask(said.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await ask(said.url, "CHECKPOINT");
  await holder.end("SIGKILL");
  return { folder, said, postmaster: postmasterPid(folder) };
}

it("takes over the running Postgres after a kill -9", async () => {
  const { folder, said, postmaster } = await orphaned();
  expect(isGone(postmaster)).toBe(false);
  const next = hold(folder);
  await expect(next.said()).resolves.toMatchObject({ url: said.url, takenOver: true });
  expect(postmasterPid(folder)).toBe(postmaster);
  await expect(ask(said.url, "SELECT answer FROM kept")).resolves.toBe(42);
  await next.end("SIGTERM");
  await eventually(() => isGone(postmaster) || undefined);
});

it("stops a running Postgres that was started with other settings, and starts anew", async () => {
  const { folder, postmaster } = await orphaned();
  const opened = await openPostgres({ dataFolder: folder, durable: true });
  expect(opened.takenOver).toBe(false);
  expect(isGone(postmaster)).toBe(true);
  await expect(ask(opened.url, "SELECT answer FROM kept")).resolves.toBe(42);
  await opened.stop();
});

it("ends a Postgres that hangs by force, and the next start recovers", async () => {
  const { folder, postmaster } = await orphaned();
  process.kill(postmaster, "SIGSTOP");
  await stopServer(await preparePlace({ dataFolder: folder }), 1);
  await eventually(() => isGone(postmaster) || undefined);
  const next = await hold(folder).said();
  expect(next.takenOver).toBe(false);
  await expect(ask(next.url, "SELECT answer FROM kept")).resolves.toBe(42);
});

it("recovers when Postgres was killed too", async () => {
  const { folder, postmaster } = await orphaned();
  process.kill(postmaster, "SIGKILL");
  await eventually(() => isGone(postmaster) || undefined);
  const next = await hold(folder).said();
  expect(next).toMatchObject({ takenOver: false, message: "" });
  await expect(ask(next.url, "SELECT answer FROM kept")).resolves.toBe(42);
});

const pidFileOf = (folder: string): string => join(clusterOf(folder), "postmaster.pid");

/** Leaves the file of a dead server that names a living process. */
async function rewritePid(folder: string, postmaster: number, stranger: number): Promise<void> {
  const file = pidFileOf(folder);
  const text = readFileSync(file, "utf8");
  process.kill(postmaster, "SIGKILL");
  await eventually(() => isGone(postmaster) || undefined);
  writeFileSync(file, text.replace(/^\d+/, String(stranger)));
}

async function sleeper(): Promise<ChildProcess> {
  // As the user of Postgres: then Postgres itself would take it for a server and refuse.
  const user = isRoot ? await ensureSystemUser("postgres") : null;
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  const stranger = spawn("sleep", ["300"], { ...identity, cwd: "/", stdio: "ignore" });
  strangers.push(stranger);
  return stranger;
}

it("neither trusts nor touches a stranger who was given the process id", async () => {
  const { folder, postmaster } = await orphaned();
  const stranger = await sleeper();
  await rewritePid(folder, postmaster, stranger.pid ?? 0);
  await stopServer(await preparePlace({ dataFolder: folder }), 1);
  const next = await hold(folder).said();
  expect(next).toMatchObject({ takenOver: false, message: "" });
  await expect(ask(next.url, "SELECT answer FROM kept")).resolves.toBe(42);
  expect(stranger.exitCode).toBeNull();
  expect(isGone(stranger.pid ?? 0)).toBe(false);
});

it("leaves the Postgres of another data folder alone, also where its port and its file are here", async () => {
  const { folder, postmaster } = await orphaned();
  const other = await orphaned();
  process.kill(postmaster, "SIGKILL");
  await eventually(() => isGone(postmaster) || undefined);
  copyFileSync(pidFileOf(other.folder), pidFileOf(folder));
  const file = join(folder, "postgres", "connection.json");
  const { password } = JSON.parse(readFileSync(file, "utf8")) as { password: string };
  const { port } = new URL(other.said.url);
  writeFileSync(file, JSON.stringify({ port: Number(port), password }));
  const holder = hold(folder);
  const next = await holder.said();
  expect(next).toMatchObject({ takenOver: false, message: "" });
  expect(new URL(next.url).port).not.toBe(port);
  await expect(ask(next.url, "SELECT current_setting('data_directory')")).resolves.toBe(
    clusterOf(folder),
  );
  await holder.end("SIGTERM");
  expect(isGone(other.postmaster)).toBe(false);
  await expect(ask(other.said.url, "SELECT answer FROM kept")).resolves.toBe(42);
});

it("stops a Postgres whose start was so young that nobody saw it", async () => {
  const { folder, postmaster } = await orphaned();
  const place = await preparePlace({ dataFolder: folder });
  const server = await startServer({ place, durable: false, preferredPort: 0 });
  expect(isGone(postmaster)).toBe(true);
  expect(server.ready).toBe(true);
});

it("says so when Postgres ends under it", async () => {
  const holder = hold(await temporaryFolder());
  const { url } = await holder.said();
  const pid = await ask(url, "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int");
  process.kill(Number(pid), "SIGKILL");
  const { lost } = await holder.said(1);
  expect(lost).toContain("The database ended unexpectedly");
});

it("begins again when it was killed while it made the cluster, which goes on by itself", async () => {
  const folder = await temporaryFolder();
  const first = hold(folder);
  const home = join(folder, "postgres");
  await eventually(
    () => drafts(home).some((draft) => existsSync(join(draft, "global"))) || undefined,
  );
  await first.end("SIGKILL");
  const next = await hold(folder).said();
  expect(next).toMatchObject({ takenOver: false, message: "" });
  await expect(ask(next.url, "SELECT 1")).resolves.toBe(1);
});

/** The clusters that are being made. */
const drafts = (home: string): string[] =>
  existsSync(home)
    ? readdirSync(home)
        .filter((name) => name.startsWith("cluster.new"))
        .map((name) => join(home, name, "cluster"))
    : [];

it("begins again when the first start was cut off while it made the cluster", async () => {
  const folder = await temporaryFolder();
  const half = join(folder, "postgres", "cluster.new", "cluster");
  await mkdir(half, { recursive: true });
  writeFileSync(join(half, "PG_VERSION"), "18\n");
  if (isRoot) await chown(half, 65534, 65534);
  const { url } = await hold(folder).said();
  await expect(ask(url, "SELECT 1")).resolves.toBe(1);
});
