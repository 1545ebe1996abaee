import type { Place } from "./place.ts";
import { StartError } from "./start-error.ts";
import { systemCode } from "./system-error.ts";

const DISK_FULL = /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/;

const SENTENCES: readonly (readonly [RegExp, (home: string) => string])[] = [
  [DISK_FULL, diskFull],
  [/Permission denied|Operation not permitted|EACCES|EPERM/, notAllowed],
  [/Read-only file system|EROFS/, readOnly],
  [/ENOTDIR|EEXIST/, notAFolder],
  [/Cannot allocate memory|could not map anonymous shared memory|ENOMEM/, () => noMemory()],
];

export const isDiskFull = (text: string): boolean => DISK_FULL.test(text);

export function diskFull(home: string): string {
  return `The disk that holds ${home} is full: make room on it, or set CONVENE_DATA to another disk.`;
}

function notAllowed(home: string): string {
  return (
    `This user may not read or write in ${home}: start Convene as the user who owns it, ` +
    `or set CONVENE_DATA to another folder.`
  );
}

function readOnly(home: string): string {
  return `The disk that holds ${home} can only be read: set CONVENE_DATA to a folder on another disk.`;
}

function notAFolder(home: string): string {
  return `${home} is not a folder: set CONVENE_DATA to a folder.`;
}

function noMemory(): string {
  return `There is not enough free memory to start PostgreSQL (it takes about 200 MB).`;
}

/** What Postgres said, as one sentence for the person who starts Convene. */
export function failureOf(output: string, { home, logs }: Pick<Place, "home" | "logs">): Error {
  const known = SENTENCES.find(([pattern]) => pattern.test(output));
  if (known) return new StartError(known[1](home));
  const lines = output.split("\n").filter((line) => /FATAL|PANIC|error:/.test(line));
  const reason = (lines.at(-1) ?? output.trim().split("\n").at(-1) ?? "")
    .replace(/^.*?(FATAL|PANIC|error):\s*/, "")
    .trim();
  return new StartError(`PostgreSQL did not start: ${reason || "no reason given"} (see ${logs}).`);
}

/** The operating system's refusals become a sentence; anything else is a bug and stays as it is. */
export function explain(error: unknown, home: string): unknown {
  const code = systemCode(error);
  const known = SENTENCES.find(([pattern]) => code !== null && pattern.test(code));
  return known ? new StartError(known[1](home), { cause: error }) : error;
}
