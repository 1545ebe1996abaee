import { readFile } from "node:fs/promises";
import { runProgram } from "./program.ts";
import { systemCode } from "./system-error.ts";

/**
 * When a process started, as a text that only this process has: a process id alone is given to a
 * stranger sooner or later. Null when no such process runs; a dead one that its parent has not
 * yet buried does not run.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (process.platform === "linux") return linuxStart(pid);
  if (process.platform === "win32") return isThere(pid) ? "running" : null;
  return psStart(pid);
}

/** proc_pid_stat(5): the third field is the state, the 22nd the start in ticks since the boot. */
async function linuxStart(pid: number): Promise<string | null> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (line === null) return null;
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const [state, ticks] = [fields[0], fields[19]];
  if (state === "Z" || state === "X" || ticks === undefined) return null;
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return `${boot.trim()} ${ticks}`;
}

async function psStart(pid: number): Promise<string | null> {
  const { code, output } = await runProgram("ps", ["-o", "stat=,lstart=", "-p", String(pid)]);
  const [, state, start] = /^\s*(\S+)\s+(.+)$/m.exec(output) ?? [];
  return code === 0 && start && !state?.startsWith("Z") ? start.trim() : null;
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}
