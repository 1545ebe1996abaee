import type { FileStorage } from "@convene/shared/storage/file-storage";
import { type EntityManager, In, LessThan } from "typeorm";
import { PAPER_FILES, versionOfKey } from "./paper-file.value.ts";
import { PaperUpload } from "./paper-upload.entity.ts";
import { PaperVersion } from "./paper-version.entity.ts";

const BATCH = 500;

/** Links by which no file came, with what of it has come. */
export const forgetOldUploads = (manager: EntityManager, now: Date) =>
  manager.delete(PaperUpload, { uploadUntil: LessThan(now) });

/**
 * Takes away files that no paper has: of papers that went, and of uploads that were given up at the
 * last moment. What was written after `before` may be of a paper that is still being made.
 */
export async function sweepFiles(
  manager: EntityManager,
  files: FileStorage,
  before: Date,
): Promise<void> {
  let keys: string[] = [];
  for await (const { key, writtenAt } of files.list(PAPER_FILES)) {
    if (writtenAt >= before) continue;
    keys.push(key);
    if (keys.length < BATCH) continue;
    await sweep(manager, files, keys);
    keys = [];
  }
  await sweep(manager, files, keys);
}

async function sweep(manager: EntityManager, files: FileStorage, keys: readonly string[]) {
  const known = await manager.find(PaperVersion, {
    select: { id: true },
    where: { id: In(keys.map(versionOfKey)) },
  });
  const owned = new Set(known.map(({ id }) => id));
  for (const key of keys) if (!owned.has(versionOfKey(key))) await files.remove(key);
}
