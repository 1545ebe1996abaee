import { rm } from "node:fs/promises";
import { readHolder } from "./data-lock.ts";
import { findHome, preparePlace } from "./place.ts";
import { findOrphan } from "./postmaster.ts";
import { stopServer } from "./server-stop.ts";

/**
 * Removes a data folder with its database, for the databases of tests. A server that was left
 * running is stopped first.
 * @returns false, and nothing is removed, while a process still works on it
 */
export async function discardPostgres(dataFolder: string): Promise<boolean> {
  const home = await findHome(dataFolder);
  if (home !== null) {
    if (await readHolder(home)) return false;
    const place = await preparePlace({ dataFolder });
    if (await findOrphan(place)) await stopServer(place, 5);
    await rm(home, { recursive: true, force: true });
  }
  await rm(dataFolder, { recursive: true, force: true });
  return true;
}
