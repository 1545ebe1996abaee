import { readlinkSync } from "node:fs";
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Place } from "./place.ts";
import { processStart } from "./process-start.ts";
import { runProgram } from "./program.ts";

/** What `postmaster.pid` in the cluster says of the server that made it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const fileOf = ({ cluster }: Place): string => join(cluster, "postmaster.pid");

/** Its lines: process, data directory, start, port, socket directory, address, memory, state. */
export async function readPostmaster(place: Place): Promise<Postmaster | null> {
  const text = await readFile(fileOf(place), "utf8").catch(() => null);
  if (text === null) return null;
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), ready: lines[7] === "ready" };
}

/**
 * The server that still runs on this cluster although the process that started it is gone. The
 * process id in the file may by now be a stranger's, who is neither trusted nor touched.
 */
export async function findOrphan(place: Place): Promise<Postmaster | null> {
  const postmaster = await readPostmaster(place);
  if (!postmaster) return null;
  if (await isPostmasterOf(postmaster.pid, place.cluster)) return postmaster;
  // Postgres does not look who it is: it would refuse to start because of the stranger.
  if ((await processStart(postmaster.pid)) !== null) await rm(fileOf(place), { force: true });
  return null;
}

/** Postgres works inside its data directory, and nobody but it has that program and that folder. */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if ((await processStart(pid)) === null) return false;
  if (process.platform === "linux") {
    const [folder, program] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => ""),
      readlink(`/proc/${pid}/exe`).catch(() => ""),
    ]);
    // After an update of the package the program's file is "/…/postgres (deleted)".
    return folder === (await realpath(cluster)) && /^postgres\b/.test(basename(program));
  }
  if (process.platform === "win32") {
    // Windows tells no more without its own tools; the password decides whether it is the one.
    const { output } = await runProgram("tasklist", ["/NH", "/FI", `PID eq ${pid}`]);
    return output.includes("postgres.exe");
  }
  const { output } = await runProgram("ps", ["-o", "command=", "-p", String(pid)]);
  return /\bpostgres\b/.test(output) && output.includes(`-D ${cluster}`);
}

/**
 * Asks the server for a fast, but clean end, in the moment in which this process exits: nothing can
 * be waited for any more. Never whoever was given its process id meanwhile.
 */
export function interruptPostmaster(pid: number, cluster: string): void {
  try {
    if (process.platform === "linux" && readlinkSync(`/proc/${pid}/cwd`) !== cluster) return;
    process.kill(pid, "SIGINT");
  } catch {
    // It ended a moment ago.
  }
}
