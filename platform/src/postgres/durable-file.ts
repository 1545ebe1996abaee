import { randomBytes } from "node:crypto";
import { link, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "./system-error.ts";

interface FileText {
  readonly text: string;
  readonly mode: number;
}

/** Replaces a file: whoever reads it, also after a power cut, finds the old text or the new one. */
export async function replaceFile(file: string, content: FileText): Promise<void> {
  await withDraft(file, content, (draft) => rename(draft, file));
}

/**
 * Makes a file that nobody has made yet; it is never seen half written. Atomic, also over a network
 * disk. @returns false where there is one already, which stays as it is
 */
export function createFile(file: string, content: FileText): Promise<boolean> {
  return withDraft(file, content, (draft) => linkNew(draft, file));
}

/** @returns false where there is a file of that name already */
export async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** A new name in a folder outlasts a power cut only once the folder is written too. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return; // it opens no folders, and keeps names by itself
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Nothing of the draft is left, also where a full disk cut it off. */
async function withDraft<T>(
  file: string,
  { text, mode }: FileText,
  put: (draft: string) => Promise<T>,
): Promise<T> {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, text, { mode, flush: true });
    const result = await put(draft);
    await syncFolder(dirname(file));
    return result;
  } finally {
    await rm(draft, { force: true });
  }
}
