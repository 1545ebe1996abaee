import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { diskFull, isDiskFull } from "./failure.ts";
import type { Place } from "./place.ts";

type Logged = Pick<Place, "home" | "logs">;

/**
 * What Postgres has written since then, in milliseconds of the epoch. The log collector takes over
 * in the middle of a start, so the reason for an end may be in either file.
 */
export async function writtenSince(begun: number, { logs }: Pick<Place, "logs">): Promise<string> {
  const texts = [];
  for (const name of await readdir(logs)) {
    const file = join(logs, name);
    if ((await stat(file)).mtimeMs < begun - 1000) continue;
    texts.push((await readFile(file, "utf8")).slice(-4000));
  }
  return texts.join("\n");
}

const A_MOMENT = 30_000;

/** Why a server ended although nobody asked it to, in one sentence. */
export async function reasonOfLoss(place: Logged): Promise<string> {
  const written = await writtenSince(Date.now() - A_MOMENT, place).catch(() => "");
  return isDiskFull(written)
    ? `The database had to end. ${diskFull(place.home)}`
    : `The database ended unexpectedly (see ${place.logs}).`;
}
