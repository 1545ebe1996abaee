import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { programOf } from "./binaries.ts";
import { type Connection, answersFor } from "./connection.ts";
import type { Place } from "./place.ts";
import { type Postmaster, findOrphan } from "./postmaster.ts";
import { stopServer } from "./server-stop.ts";
import { type ServerMode, serverArguments } from "./settings.ts";

interface TakeOverOptions extends ServerMode {
  readonly place: Place;
  readonly connection: Connection;
}

/**
 * After a SIGKILL of Convene its Postgres runs on. When it is healthy and runs as this Convene
 * would start it, it is kept; else it is stopped, and null says that a new one is to be started.
 */
export async function takeOver(options: TakeOverOptions): Promise<Postmaster | null> {
  const { place, connection } = options;
  const orphan = await findOrphan(place);
  if (!orphan) return null;
  const healthy =
    orphan.ready &&
    (await runsAsWanted(options, orphan)) &&
    (await answersFor(place.cluster, { ...connection, port: orphan.port }));
  if (healthy) return orphan;
  await stopServer(place, 20);
  return null;
}

/** Postgres writes how it was called into `postmaster.opts`. */
async function runsAsWanted(options: TakeOverOptions, { port }: Postmaster): Promise<boolean> {
  const { place } = options;
  const written = await readFile(join(place.cluster, "postmaster.opts"), "utf8").catch(() => "");
  const wanted = [...serverArguments(place, options), "-p", String(port)];
  const program = programOf(place.binaries, "postgres");
  return written.trim() === [program, ...wanted.map((part) => `"${part}"`)].join(" ");
}
