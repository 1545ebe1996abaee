import { spawn } from "node:child_process";
import { parse } from "node:path";

/** The account of the operating system that a program runs as; null: the one that runs Node. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface ProgramResult {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Not the shell's environment: PGPORT or PGDATA of the person who starts Convene must not reach
 * Postgres, and its messages stay in English, because the program reads them.
 */
export const PROGRAM_ENVIRONMENT = {
  ...(process.platform === "win32" ? {} : { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" }),
  LC_MESSAGES: "C",
};

/** Open to everybody. The folder that Node was started in may be closed to the other user. */
export const ROOT_FOLDER = parse(process.execPath).root;

export const identityOf = (user: SystemUser | null) =>
  user === null ? {} : { uid: user.uid, gid: user.gid };

/** Runs one program to its end, and never throws because of its exit code. */
export function runProgram(
  file: string,
  args: readonly string[],
  user: SystemUser | null = null,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...identityOf(user),
      cwd: ROOT_FOLDER,
      env: PROGRAM_ENVIRONMENT,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    let output = "";
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => {
      resolve({ code: null, output: error.message });
    });
    child.on("close", (code) => {
      resolve({ code, output });
    });
  });
}
