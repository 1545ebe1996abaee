import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ByteRange, checkKey, type FileStorage, type StoredFile } from "./file-storage.ts";

const DAY = 24 * 60 * 60 * 1000;

/** Files in a folder, for its owner's eyes. Several processes may share it. */
export class FolderStorage implements FileStorage {
  constructor(private readonly folder: string) {}

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const file = this.pathOf(key);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const partial = `${file}.${randomBytes(4).toString("hex")}`;
    const handle = await open(partial, "w", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  }

  async read(key: string, { from, length }: ByteRange): Promise<Uint8Array | null> {
    const handle = await open(this.pathOf(key), "r").catch(nullIfMissing);
    if (!handle) return null;
    try {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await handle.read({ buffer: bytes, position: from });
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  remove(key: string): Promise<void> {
    return rm(this.pathOf(key), { force: true });
  }

  /** What a process that died has left half-written goes by the way, a day later. */
  async *list(start: string): AsyncGenerator<StoredFile> {
    const folder = join(this.folder, start);
    const names = (await readdir(folder).catch(nullIfMissing)) ?? [];
    for (const name of names) {
      const found = await stat(join(folder, name)).catch(nullIfMissing);
      if (!found?.isFile()) continue;
      if (!name.includes(".")) yield { key: `${start}/${name}`, writtenAt: found.mtime };
      else if (found.mtimeMs < Date.now() - DAY) await rm(join(folder, name), { force: true });
    }
  }

  private pathOf(key: string): string {
    return join(this.folder, checkKey(key));
  }
}

function nullIfMissing(error: unknown): null {
  const { code } = error as { readonly code?: string };
  if (code === "ENOENT") return null;
  throw error;
}
