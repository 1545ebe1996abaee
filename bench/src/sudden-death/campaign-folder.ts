import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discardPostgres } from "@convene/platform/postgres/discard-postgres";
import { MortalProcess } from "./mortal-process.ts";

/** Gives the work a data folder of its own; nothing of it is left afterwards, whatever came of it. */
export async function withDataFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "convene-death-"));
  await chmod(folder, 0o711); // as root, the user who runs Postgres must pass through
  try {
    return await work(folder);
  } finally {
    await MortalProcess.killAll();
    await discardPostgres(folder);
  }
}
