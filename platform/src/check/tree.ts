import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** What git says, without the last line's end. */
export async function git(root: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execute("git", [...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return stdout.trimEnd();
}

/** Every file that is committed or would be: nothing that git ignores. With `/`, from the top. */
export async function filesOf(root: string): Promise<string[]> {
  const listed = await git(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  return listed.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
}

const LINE = /\n/g;

export const linesOf = (root: string, path: string): number =>
  readFileSync(join(root, path), "utf8").match(LINE)?.length ?? 0;
