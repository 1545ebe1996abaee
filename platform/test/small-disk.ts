import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually, isRoot, temporaryFolder } from "./postgres-process.ts";

/** Somebody who is not root mounts as the root of a name space of users … */
const ASK = isRoot ? ["--mount"] : ["--user", "--map-root-user", "--mount"];

/** … and is themselves again in what sees the disk: PostgreSQL runs as no root. */
const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
const AS_BEFORE = ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`];
const ENTER = isRoot ? [] : ["--user", "--preserve-credentials", ...AS_BEFORE];

const mayMount = ((): boolean => {
  const args = [...ASK, "mount", "-t", "tmpfs", "tmpfs", "/mnt"];
  return spawnSync("unshare", args).status === 0;
})();

/** For what takes a disk of the test's own. */
export const itWithDisk = (name: string, test: () => Promise<void>): void => {
  if (mayMount) it(name, test);
  else it.skip(`${name} (only where one may mount, as root or in a name space of users)`, test);
};

/** A disk of a few megabytes, which only those processes see that are started through it. */
export class SmallDisk {
  private constructor(
    /** Where it is mounted. */
    readonly folder: string,
    private readonly keeper: ChildProcess,
  ) {}

  static async mount(megabytes: number): Promise<SmallDisk> {
    const folder = await temporaryFolder("disk");
    const options = `size=${megabytes}m,mode=711`;
    const script = `mount -t tmpfs -o ${options} tmpfs ${folder} && : > ${folder}/mounted &&
      exec sleep 900`;
    const args = [...ASK, "sh", "-c", script];
    const disk = new SmallDisk(
      folder,
      spawn("unshare", args, { stdio: ["ignore", "ignore", "inherit"] }),
    );
    await eventually(() => existsSync(disk.outside("mounted")) || undefined);
    return disk;
  }

  /** Words before a command that shall see the disk. */
  get prefix(): readonly string[] {
    return ["nsenter", "--target", String(this.keeper.pid), "--mount", ...ENTER];
  }

  /** Takes all the room that is left. */
  fill(): void {
    const piece = Buffer.alloc(1024 * 1024);
    for (let size = piece.length; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) writeFileSync(this.outside("ballast"), piece.subarray(0, size), { flag: "a" });
      } catch {
        // No room for so much; for less there may be.
      }
    }
  }

  /** Gives it back. */
  empty(): void {
    rmSync(this.outside("ballast"), { force: true });
  }

  /** The disk is gone with the last process that sees it. */
  async unmount(): Promise<void> {
    const exited = once(this.keeper, "exit");
    this.keeper.kill("SIGKILL");
    await exited;
  }

  /** A file of the disk, by a path that this process can go too. */
  outside(name: string): string {
    return join(`/proc/${this.keeper.pid ?? 0}/root`, this.folder, name);
  }
}
