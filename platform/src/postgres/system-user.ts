import { stat } from "node:fs/promises";
import { type SystemUser, runProgram } from "./program.ts";
import { StartError } from "./start-error.ts";

const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Postgres refuses to run as root. As root it runs as the user who owns the database already, or
 * else as `postgres`, who is created when missing. Anybody else runs it as themselves.
 */
export async function chooseSystemUser(cluster: string): Promise<SystemUser | null> {
  if (!isRoot()) return null;
  return (await ownerOf(cluster)) ?? (await ensureSystemUser("postgres"));
}

async function ownerOf(cluster: string): Promise<SystemUser | null> {
  const owner = await stat(cluster).catch(() => null);
  if (owner === null || owner.uid === 0) return null;
  return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
}

export async function ensureSystemUser(name: string): Promise<SystemUser> {
  const known = await findSystemUser(name);
  if (known) return known;
  const created = await runProgram("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--home-dir=/nonexistent",
    "--shell=/usr/sbin/nologin",
    name,
  ]);
  const user = await findSystemUser(name);
  if (user) return user;
  throw new StartError(
    `PostgreSQL does not run as root, and the user "${name}" could not be created ` +
      `(${created.output.trim()}): create it, or start Convene as an ordinary user.`,
  );
}

async function findSystemUser(name: string): Promise<SystemUser | null> {
  const [uid, gid] = await Promise.all([
    runProgram("id", ["-u", name]),
    runProgram("id", ["-g", name]),
  ]);
  if (uid.code !== 0 || gid.code !== 0) return null;
  return { name, uid: Number(uid.output), gid: Number(gid.output) };
}

/**
 * Whether that user can really make, read and remove a file in the folder. Modes are not enough to
 * know: every folder above counts, and so do access lists, read-only disks and other mounts.
 */
export async function canWrite(folder: string, user: SystemUser | null): Promise<boolean> {
  const probe = 'cd "$1" && : > ".reach-$$" && rm ".reach-$$"';
  if (user === null) return true; // found out by doing: there is no other place to go to
  const { code } = await runProgram("/bin/sh", ["-c", probe, "sh", folder], user);
  return code === 0;
}
