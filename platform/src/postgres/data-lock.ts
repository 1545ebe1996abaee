import { randomBytes } from "node:crypto";
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { createFile, linkNew } from "./durable-file.ts";
import { processStart } from "./process-start.ts";
import { StartError } from "./start-error.ts";

const holderSchema = z.object({ pid: z.number().int(), start: z.string(), since: z.string() });

/** The process of Convene that works on a data folder. */
export type LockHolder = z.infer<typeof holderSchema>;

const fileOf = (home: string): string => join(home, "lock.json");

/**
 * One process for one data folder. Postgres guards its own files; this guards what Convene does
 * around it, such as taking over a server or loading the demo network.
 * @returns what gives the folder free again
 */
export async function lockData(home: string): Promise<() => Promise<void>> {
  const file = fileOf(home);
  const start = (await processStart(process.pid)) ?? "";
  const mine = JSON.stringify({ pid: process.pid, start, since: new Date().toISOString() });
  await refuseIfHeld(home); // on a full disk nothing could be written to find it out
  for (let tries = 0; tries < 20; tries += 1) {
    if (await createFile(file, { text: mine, mode: 0o644 })) return () => unlock(file, mine);
    await refuseIfHeld(home);
    await removeStale(file);
  }
  throw new StartError(`${file} could not be taken: remove it if no Convene runs on this folder.`);
}

async function refuseIfHeld(home: string): Promise<void> {
  const holder = await readHolder(home);
  if (holder) throw takenBy(holder);
}

/** Who holds the lock, if that process still runs. */
export async function readHolder(home: string): Promise<LockHolder | null> {
  return runningHolder(await readFile(fileOf(home), "utf8").catch(() => ""));
}

async function runningHolder(text: string): Promise<LockHolder | null> {
  const holder = parseHolder(text);
  if (!holder) return null;
  return (await processStart(holder.pid)) === holder.start ? holder : null;
}

function parseHolder(text: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null; // cut off by a full disk or a crash
  }
}

/**
 * Between the look at a stale lock and its removal another process may have put its own lock
 * there. So it is moved aside first and looked at again; a living one is put back.
 */
async function removeStale(file: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if (await runningHolder(await readFile(aside, "utf8"))) await linkNew(aside, file);
  await rm(aside, { force: true });
}

async function unlock(file: string, mine: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === mine) await rm(file, { force: true });
}

const takenBy = ({ pid, since }: LockHolder): StartError =>
  new StartError(
    `Convene already runs on this data folder (process ${pid}, since ${since}): stop it first, ` +
      `or set CONVENE_DATA to another folder.`,
  );
