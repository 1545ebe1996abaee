import { join, resolve } from "node:path";
import { answersFor, readConnection, urlOf } from "./connection.ts";
import { readHolder } from "./data-lock.ts";
import { explain } from "./failure.ts";
import { findHome } from "./place.ts";

/**
 * For tools of the command line: the database of the Convene that runs on this data folder at this
 * moment, or null when none does (then the tool opens it itself).
 */
export async function attachPostgres(dataFolder: string): Promise<{ url: string } | null> {
  const folder = resolve(dataFolder);
  try {
    const home = await findHome(folder);
    if (home === null || (await readHolder(home)) === null) return null;
    const connection = await readConnection(home);
    if (!connection || !(await answersFor(join(home, "cluster"), connection))) return null;
    return { url: urlOf(connection) };
  } catch (error) {
    throw explain(error, folder);
  }
}
