import { readFile, readdir, writeFile } from "node:fs/promises";

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
const TICK = 10;

interface Stat {
  readonly parent: number;
  /** Milliseconds of processor time, user and system, of the process itself. */
  readonly own: number;
  /** The same of its children that have ended and were waited for. */
  readonly ended: number;
}

/** `/proc/PID/stat` (proc_pid_stat(5)); null for a process that is gone. */
async function statOf(pid: number): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The name, in brackets, may hold spaces and brackets itself.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  if (!fields) return null;
  const number = (place: number) => Number(fields[place - 3]);
  return {
    parent: number(4),
    own: (number(14) + number(15)) * TICK,
    ended: (number(16) + number(17)) * TICK,
  };
}

/** Milliseconds that a process, its living descendants and its ended children have used. */
export async function cpuOf(root: number): Promise<number> {
  const all = await Promise.all([root, ...(await descendantsOf(root))].map(statOf));
  const own = all.reduce((sum, stat) => sum + (stat?.own ?? 0), 0);
  return own + (all[0]?.ended ?? 0);
}

/** The processes below one. */
export async function descendantsOf(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await statOf(Number(entry));
    if (stat) parents.set(Number(entry), stat.parent);
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === root || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

export async function parentOf(pid: number): Promise<number> {
  const stat = await statOf(pid);
  if (!stat) throw new Error(`Process ${pid} is gone`);
  return stat.parent;
}

/** Proportional set size, in bytes: memory that processes share is counted once. */
export async function residentOf(pids: readonly number[]): Promise<number> {
  let bytes = 0;
  for (const pid of pids) {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    bytes += kilobytes(text, "Pss");
  }
  return bytes;
}

/** The most memory that a process has held since `forgetPeak`, in bytes. */
export async function peakOf(pid: number): Promise<number> {
  return kilobytes(await readFile(`/proc/${pid}/status`, "utf8").catch(() => ""), "VmHWM");
}

/** From now on `peakOf` counts anew (proc_pid_clear_refs(5)). */
export const forgetPeak = (pid: number): Promise<void> => writeFile(`/proc/${pid}/clear_refs`, "5");

const kilobytes = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * 1024;
