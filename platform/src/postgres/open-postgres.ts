import { resolve } from "node:path";
import { prepareCluster } from "./cluster.ts";
import { type Connection, DATABASE, urlOf, withClient, writeConnection } from "./connection.ts";
import { lockData } from "./data-lock.ts";
import { claimDataVersion } from "./data-version.ts";
import { explain } from "./failure.ts";
import { type Place, preparePlace } from "./place.ts";
import { type Postmaster, interruptPostmaster, isPostmasterOf } from "./postmaster.ts";
import { reasonOfLoss } from "./server-log.ts";
import { startServer } from "./server.ts";
import { stopServer } from "./server-stop.ts";
import type { ServerMode } from "./settings.ts";
import { takeOver } from "./take-over.ts";

export interface OpenOptions extends ServerMode {
  /** The folder of all that Convene keeps (`CONVENE_DATA`); made when missing. */
  readonly dataFolder: string;
  /** Told in one sentence when the database ends although nobody asked it to. */
  readonly onLost?: (sentence: string) => void;
  /** Where root puts what the user who runs Postgres must reach; by default /var/lib/convene. */
  readonly systemFolder?: string;
}

export interface OpenedPostgres {
  /** Of the database `convene`, as its superuser. */
  readonly url: string;
  /** One sentence when the data is not where one would look for it. */
  readonly notice: string | null;
  /** True when a server was found running whose Convene had been killed. */
  readonly takenOver: boolean;
  /** Ends the server and gives the folder free. May be called twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL of a data folder, which is made on the first start. One process at a time
 * may have it open; whatever stands in the way is a StartError.
 */
export async function openPostgres(options: OpenOptions): Promise<OpenedPostgres> {
  const dataFolder = resolve(options.dataFolder);
  try {
    const place = await preparePlace({ ...options, dataFolder });
    const unlock = await lockData(place.home);
    try {
      return await openLocked({ options, place, unlock });
    } catch (error) {
      await unlock();
      throw error;
    }
  } catch (error) {
    throw explain(error, dataFolder);
  }
}

interface LockedPlace {
  readonly options: OpenOptions;
  readonly place: Place;
  readonly unlock: () => Promise<void>;
}

async function openLocked({ options, place, unlock }: LockedPlace): Promise<OpenedPostgres> {
  const { durable } = options;
  await claimDataVersion(place.home);
  const known = await prepareCluster(place, options);
  const taken = await takeOver({ place, connection: known, durable });
  try {
    const server = taken ?? (await startServer({ place, durable, preferredPort: known.port }));
    const connection = { ...known, port: server.port };
    await writeConnection(place.home, connection);
    await createDatabase(connection);
    const release = guard({ place, server, options });
    const close = async () => {
      release();
      await stopServer(place);
      await unlock();
    };
    let closing: Promise<void> | null = null;
    const stop = () => (closing ??= close());
    return { url: urlOf(connection), notice: place.notice, takenOver: taken !== null, stop };
  } catch (error) {
    await stopServer(place);
    throw error;
  }
}

async function createDatabase(connection: Connection): Promise<void> {
  await withClient(urlOf(connection, "postgres"), async (client) => {
    const sql = "SELECT 1 FROM pg_database WHERE datname = $1";
    const { rowCount } = await client.query(sql, [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}

interface Guarded {
  readonly place: Place;
  readonly server: Postmaster;
  readonly options: OpenOptions;
}

const WATCH_EVERY = 2000;

/** Watches the server, and takes it along when the process ends without having stopped it. */
function guard({ place, server, options }: Guarded): () => void {
  const endWithProcess = () => {
    interruptPostmaster(server.pid, place.cluster);
  };
  const watch = setInterval(() => {
    void isPostmasterOf(server.pid, place.cluster).then((runs) => {
      if (runs || released) return;
      release();
      void reasonOfLoss(place).then(options.onLost);
    });
  }, WATCH_EVERY);
  watch.unref();
  process.once("exit", endWithProcess);
  let released = false;
  const release = () => {
    released = true;
    clearInterval(watch);
    process.off("exit", endWithProcess);
  };
  return release;
}
