import { mkdir, open, readdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FILES_FOLDER } from "@convene/shared/storage/storage-settings";
import type { BackupReader } from "./backup-reader.ts";
import type { FilePart } from "./backup-manifest.schema.ts";
import { systemCode } from "../postgres/system-error.ts";

/** Folders of the data folder whose files are somebody's: mail that nobody has fetched, and papers. */
const KEPT_FOLDERS = ["mail", FILES_FOLDER];

/** Mails by whose links somebody signs in: as secret as the keys by which these were made. */
const WITH_LIVE_LINKS = /^mail\/(sign-in|invitation)-/;

/**
 * Files that belong to the data beside the database, relative to the data folder; without secrets,
 * none by which somebody signs in.
 */
export async function keptFiles(
  dataFolder: string,
  { withSecrets }: { readonly withSecrets: boolean },
): Promise<string[]> {
  const found = KEPT_FOLDERS.map(async (folder) => {
    const options = { recursive: true, withFileTypes: true } as const;
    const entries = await readdir(join(dataFolder, folder), options).catch((error: unknown) => {
      if (systemCode(error) === "ENOENT") return [];
      throw error;
    });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(dataFolder.length + 1));
  });
  const paths = (await Promise.all(found)).flat();
  return paths
    .filter((path) => /^[\w./-]+$/.test(path))
    .filter((path) => withSecrets || !WITH_LIVE_LINKS.test(path))
    .sort();
}

/** A file of the data folder, whole on the disk under another name: `place` gives it its own. */
export interface Draft {
  readonly place: () => Promise<void>;
}

/** Writes a file of the backup beside where it belongs. */
export async function draftFile(
  backup: BackupReader,
  part: FilePart,
  dataFolder: string,
): Promise<Draft> {
  const path = join(dataFolder, part.path);
  const draft = `${path}.restoring`;
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(draft, "w", 0o600);
  try {
    for await (const chunk of backup.read(part)) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { place: () => rename(draft, path) };
}
