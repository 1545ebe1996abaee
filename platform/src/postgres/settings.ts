import { totalmem } from "node:os";
import type { Place } from "./place.ts";

/** How a server runs. Everything else is Postgres's own default. */
export interface ServerMode {
  /** False for the databases of tests only: a crash of the machine may then lose or break data. */
  readonly durable: boolean;
}

const MEGABYTE = 1024 * 1024;

/** What this machine has, or may use of it: 0 and nothing stand for no limit. */
const memory = (): number =>
  Math.min(totalmem(), process.constrainedMemory() || Infinity) / MEGABYTE;

const part = (share: number, { least, most }: { least: number; most: number }): string =>
  `${Math.round(Math.min(most, Math.max(least, memory() * share)))}MB`;

/**
 * For a small machine that runs Node beside it. 200 connections cost nothing until they are used, nor
 * do buffers until there are as many data.
 */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  // Node's drivers and TypeORM take one URL, and a socket's path may be at most 107 bytes long.
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: part(1 / 8, { least: 128, most: 512 }),
  effective_cache_size: part(1 / 4, { least: 512, most: 4096 }),
  maintenance_work_mem: "64MB",
  // The queries of a graph are many and short: compiling one costs more than running it.
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  cluster_name: "convene",
  // The texts of statements and the details of errors hold people's data: keep them out of logs.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
  // A ring of seven files, one for each day of the week, each begun anew.
  logging_collector: "on",
  log_filename: "postgres-%a.log",
  log_truncate_on_rotation: "on",
  log_rotation_age: "1d",
  log_rotation_size: "0",
};

const DURABLE = { fsync: "on", full_page_writes: "on", synchronous_commit: "on" };

const VOLATILE = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
};

/** On the command line, so that no file in the data folder can lag behind the program. */
export function serverArguments(place: Place, { durable }: ServerMode): string[] {
  const settings = {
    ...SETTINGS,
    ...(durable ? DURABLE : VOLATILE),
    log_directory: place.logs,
  };
  return [
    "-D",
    place.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}
