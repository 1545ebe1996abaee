import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { type OpenedServices, serviceNames } from "../src/runtime/services.ts";

/**
 * Until every service knows what every other has told, also what is told on hearing something. A
 * feed holds back what is younger than a transaction that runs anywhere on the server, such as one
 * of another test.
 */
export async function settle(opened: OpenedServices): Promise<void> {
  let told = await everythingTold(opened);
  for (;;) {
    await opened.catchUp();
    const now = await everythingTold(opened);
    if (now === told) return;
    told = now;
  }
}

/** How far each outbox has come, once all of it may be told. */
async function everythingTold({ services }: OpenedServices): Promise<string> {
  const ends = serviceNames.map((name) => lastTold(services[name].parts.db));
  return (await Promise.all(ends)).join(" ");
}

async function lastTold(db: DataSource): Promise<string> {
  const sql = `SELECT txid::text AS last, txid < pg_snapshot_xmin(pg_current_snapshot()) AS told
    FROM outbox ORDER BY txid DESC LIMIT 1`;
  for (;;) {
    const [row] = await db.query<{ last: string; told: boolean }[]>(sql);
    if (row?.told !== false) return row?.last ?? "nothing";
    await pause(20);
  }
}
