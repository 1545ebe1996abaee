import { StartError } from "../postgres/start-error.ts";
import { systemCode } from "../postgres/system-error.ts";

const SENTENCES: Readonly<Record<string, (file: string) => string>> = {
  ENOSPC: (file) => `The disk that holds ${file} is full: make room on it, or name another.`,
  EDQUOT: (file) => `The disk that holds ${file} is full: make room on it, or name another.`,
  EACCES: (file) => `This user may not read or write ${file}.`,
  EPERM: (file) => `This user may not read or write ${file}.`,
  EROFS: (file) => `The disk that holds ${file} can only be read: name a file on another.`,
  ENOENT: (file) => `${file} is not there.`,
  ENOTDIR: (file) => `${file} is not there.`,
  EISDIR: (file) => `${file} is a folder: name a file.`,
  EIO: (file) => `The disk that holds ${file} is broken: name a file on another.`,
};

/** The operating system's refusals become a sentence; anything else stays as it is. */
export function explainFile(error: unknown, file: string): unknown {
  const sentence = SENTENCES[systemCode(error) ?? ""];
  return sentence ? new StartError(sentence(file), { cause: error }) : error;
}
