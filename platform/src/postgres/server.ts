import { spawn } from "node:child_process";
import { open } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { programOf } from "./binaries.ts";
import { failureOf } from "./failure.ts";
import type { Place } from "./place.ts";
import { type Postmaster, findOrphan, readPostmaster } from "./postmaster.ts";
import { writtenSince } from "./server-log.ts";
import { PROGRAM_ENVIRONMENT, ROOT_FOLDER, identityOf } from "./program.ts";
import { stopServer } from "./server-stop.ts";
import { type ServerMode, serverArguments } from "./settings.ts";
import { StartError } from "./start-error.ts";

export interface ServerOptions extends ServerMode {
  readonly place: Place;
  /** Taken when it is free; else any free port is. */
  readonly preferredPort: number;
}

/** Recovery after a crash may have to replay as much as `max_wal_size`, from a slow disk. */
const READY_WITHIN = 300_000;

/** What the last processes of a server that was killed leave behind for a moment. */
const STILL_LEAVING = /pre-existing shared memory block|lock file "postmaster.pid" already exists/;
const PORT_TAKEN = /Address already in use|could not create any TCP\/IP sockets/;

/** Starts Postgres and waits until it takes connections. Crash recovery is part of the start. */
export async function startServer(options: ServerOptions): Promise<Postmaster> {
  const { place, preferredPort } = options;
  const until = Date.now() + 20_000;
  let port = await freePort(preferredPort);
  for (;;) {
    const outcome = await tryStart(options, port);
    if (typeof outcome !== "string") return outcome;
    const passing = STILL_LEAVING.test(outcome) || PORT_TAKEN.test(outcome);
    if (!passing || Date.now() > until) throw failureOf(outcome, place);
    // Its start was still so young when its Convene was killed that it had not written its file.
    if (await findOrphan(place)) await stopServer(place, 20);
    if (PORT_TAKEN.test(outcome)) port = await freePort(0);
    await pause(200);
  }
}

/** @returns the running server, or what Postgres wrote before it gave up */
async function tryStart(options: ServerOptions, port: number): Promise<Postmaster | string> {
  const { place } = options;
  const log = join(place.logs, "start.log");
  const begun = Date.now();
  const output = await open(log, "w", 0o600);
  // In a session of its own: Ctrl-C in the terminal must reach Convene alone, which then ends its
  // requests first and Postgres last.
  const child = spawn(
    programOf(place.binaries, "postgres"),
    [...serverArguments(place, options), "-p", String(port)],
    {
      ...identityOf(place.user),
      cwd: ROOT_FOLDER,
      env: PROGRAM_ENVIRONMENT,
      detached: true,
      stdio: ["ignore", output.fd, output.fd],
      windowsHide: true,
    },
  );
  child.unref();
  // Before anything is waited for: a server that is refused its folder ends within milliseconds.
  const end: string[] = [];
  child.on("error", (error) => end.push(error.message));
  child.on("exit", (code) => end.push(`Postgres ended with exit code ${code ?? "none"}`));
  await output.close();
  while (Date.now() < begun + READY_WITHIN) {
    if (end.length > 0) return [await writtenSince(begun, place), ...end].join("\n");
    const postmaster = await readPostmaster(place);
    if (postmaster?.ready && postmaster.pid === child.pid) return postmaster;
    await pause(10);
  }
  throw new StartError(`PostgreSQL is not ready after five minutes (see ${place.logs}).`);
}

/** A port on 127.0.0.1 that nobody listens on at this moment. */
async function freePort(preferred: number): Promise<number> {
  const taken = await listenOnce(preferred);
  return taken ?? (await listenOnce(0)) ?? 0;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      resolve(null);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" ? (address?.port ?? null) : null);
      });
    });
  });
}
