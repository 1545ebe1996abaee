import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { z } from "zod";
import { discardPostgres } from "../src/postgres/discard-postgres.ts";

const script = fileURLToPath(new URL("./open-in-process.ts", import.meta.url));

const saidSchema = z.object({
  url: z.string().default(""),
  notice: z.string().nullable().default(null),
  takenOver: z.boolean().default(false),
  name: z.string().default(""),
  message: z.string().default(""),
  lost: z.string().default(""),
});

/** What the process wrote: where its database is, or why it could not be opened. */
export type Said = z.infer<typeof saidSchema>;

export interface HolderOptions {
  readonly dataFolder: string;
  readonly systemFolder?: string;
  /** Only where the test is about what survives: fsync costs a second. */
  readonly durable?: boolean;
  /** Words before the command, such as `unshare --mount`. */
  readonly prefix?: readonly string[];
  readonly script?: string;
  readonly uid?: number;
}

/** A process that holds a data folder open, to be killed in every way. */
export class Holder {
  private readonly lines: string[] = [];

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on("data", (chunk: Buffer) => {
      this.lines.push(...chunk.toString().split("\n").filter(Boolean));
    });
  }

  static start(options: HolderOptions): Holder {
    const { dataFolder, systemFolder, prefix = [], uid, durable = false } = options;
    const command = [
      ...prefix,
      process.execPath,
      "--import",
      "tsx",
      options.script ?? script,
      dataFolder,
      durable ? "durable" : "volatile",
      ...(systemFolder ? [systemFolder] : []),
    ];
    const [file = "", ...args] = command;
    const identity = uid === undefined ? {} : { uid, gid: uid };
    const child = spawn(file, args, { ...identity, stdio: ["ignore", "pipe", "inherit"] });
    return new Holder(child);
  }

  /** The nth thing that it said, once it has. */
  async said(nth = 0): Promise<Said> {
    const line = await eventually(() => this.lines[nth]);
    return saidSchema.parse(JSON.parse(line));
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    await eventually(() => this.child.exitCode ?? this.child.signalCode ?? undefined);
  }
}

/** Asks again until there is an answer, for at most two minutes. */
export async function eventually<T>(ask: () => T | undefined): Promise<T> {
  const until = Date.now() + 120_000;
  for (;;) {
    const answer = ask();
    if (answer !== undefined) return answer;
    if (Date.now() > until) throw new Error("No answer within two minutes");
    await pause(20);
  }
}

const folders: string[] = [];

/** An empty folder that other users may pass through. */
export async function temporaryFolder(name = "folder"): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `convene-${name}-`)));
  await chmod(folder, 0o711);
  folders.push(folder);
  return folder;
}

/** For `afterEach`: ends the servers of all folders of this test, and removes them. */
export async function removeTemporaryFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await discardPostgres(folder);
}

export async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] ? Object.values(rows[0])[0] : undefined;
  } finally {
    await client.end();
  }
}

export const clusterOf = (dataFolder: string): string => join(dataFolder, "postgres", "cluster");

export function postmasterPid(dataFolder: string): number {
  return Number(readFileSync(join(clusterOf(dataFolder), "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Not running, or dead and only not yet buried by its parent. */
export function isGone(pid: number): boolean {
  if (process.platform !== "linux") {
    try {
      return !process.kill(pid, 0);
    } catch {
      return true;
    }
  }
  if (!existsSync(`/proc/${pid}/stat`)) return true;
  return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

export const isRoot = process.getuid?.() === 0;
/** For what only root can bring about; elsewhere the name says why it was left out. */
export const itAsRoot = (name: string, test: () => Promise<void>): void => {
  if (isRoot) it(name, test);
  else it.skip(`${name} (only as root)`, test);
};

const mayMount = isRoot && spawnSync("unshare", ["--mount", "true"]).status === 0;

/** For what takes a disk or a path of the test's own; a mount that only its process sees. */
export const itWithMounts = (name: string, test: () => Promise<void>): void => {
  if (mayMount) it(name, test);
  else it.skip(`${name} (only where root may mount)`, test);
};
