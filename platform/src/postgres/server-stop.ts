import { programOf } from "./binaries.ts";
import type { Place } from "./place.ts";
import { isPostmasterOf, readPostmaster } from "./postmaster.ts";
import { runProgram } from "./program.ts";

/**
 * Stops the server of this place, whoever started it, and returns when it is gone: first so that
 * all is written and the next start needs no recovery; then, if it hangs, by force, from which
 * the next start recovers. `patience` is how long each try may take, in seconds. Where none runs,
 * nobody is touched: pg_ctl would signal whoever has the process id that the file names.
 */
export async function stopServer(place: Place, patience = 60): Promise<void> {
  for (const mode of ["fast", "immediate"]) {
    if ((await runningPid(place)) === null) return;
    const { code } = await runProgram(
      programOf(place.binaries, "pg_ctl"),
      ["stop", "-D", place.cluster, "-m", mode, "-w", "-t", String(patience)],
      place.user,
    );
    if (code === 0) return;
  }
  const pid = await runningPid(place);
  if (pid !== null) process.kill(pid, "SIGKILL");
}

async function runningPid(place: Place): Promise<number | null> {
  const postmaster = await readPostmaster(place);
  if (!postmaster) return null;
  return (await isPostmasterOf(postmaster.pid, place.cluster)) ? postmaster.pid : null;
}
