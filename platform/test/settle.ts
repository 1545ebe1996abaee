import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { type OpenedServices, serviceNames } from "../src/runtime/services.ts";
import { overProcesses } from "./config.ts";

const PATIENCE = 60_000;

/**
 * Until every service knows what every other has told, also what is told on hearing something. A
 * feed holds back what is younger than a transaction that runs anywhere on the server, such as one
 * of another test. Services in processes of their own have to hear it by themselves. Then all of it
 * is sealed in the audit log, which otherwise happens within a second.
 */
export async function settle(opened: OpenedServices): Promise<void> {
  let told = await everythingTold(opened);
  for (;;) {
    await (overProcesses() ? untilHeard(opened) : opened.catchUp());
    const now = await everythingTold(opened);
    if (now === told) break;
    told = now;
  }
  await sealAll(opened);
}

export async function sealAll({ services }: OpenedServices): Promise<void> {
  await Promise.all(serviceNames.map((name) => services[name].parts.audit.seal()));
}

/** How far each outbox has come, once all of it may be told. */
async function everythingTold({ services }: OpenedServices): Promise<string> {
  const ends = serviceNames.map((name) => lastTold(services[name].parts.db));
  return (await Promise.all(ends)).join(" ");
}

async function lastTold(db: DataSource): Promise<string | null> {
  const sql = `SELECT txid::text || ':' || position AS last,
      txid < pg_snapshot_xmin(pg_current_snapshot()) AS told
    FROM outbox ORDER BY txid DESC, position DESC LIMIT 1`;
  for (;;) {
    const [row] = await db.query<{ last: string; told: boolean }[]>(sql);
    if (row?.told !== false) return row?.last ?? null;
    await pause(20);
  }
}

async function untilHeard(opened: OpenedServices): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const behind = await notHeard(opened);
    if (behind.length === 0) return;
    if (Date.now() > until) throw new Error(`Not heard after a minute: ${behind.join(", ")}`);
    await pause(20);
  }
}

/** Which service has not heard another to its end, as `discovery of meetings`. */
async function notHeard({ services }: OpenedServices): Promise<string[]> {
  const behind = serviceNames.map(async (name) => {
    const { parts, definition } = services[name];
    const rows = await parts.db.query<{ source: string; position: string }[]>(
      "SELECT source, position FROM feed_position",
    );
    const heard = new Map(rows.map(({ source, position }) => [source, position]));
    const sources = serviceNames.filter((source) =>
      definition.replicas.some((replica) => replica.source === source),
    );
    const ends = sources.map(async (source) => {
      const told = await lastTold(services[source].parts.db);
      return told === (heard.get(source) ?? null) ? [] : [`${name} of ${source}`];
    });
    return (await Promise.all(ends)).flat();
  });
  return (await Promise.all(behind)).flat();
}
