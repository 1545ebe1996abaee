import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, existsSync, type WriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { syncFolder } from "../postgres/durable-file.ts";
import { StartError } from "../postgres/start-error.ts";
import { systemCode } from "../postgres/system-error.ts";
import { FORMAT_VERSION, type Manifest, MANIFEST, type Part } from "./backup-manifest.schema.ts";
import { Digest, sha256 } from "./digest.ts";
import { explainFile } from "./file-failure.ts";

/** For its owner's eyes alone. */
const PRIVATE = 0o600;

/** Stands behind the last part, where a reader looks first. */
export const commentOf = (manifest: Buffer): string =>
  `convene-backup ${FORMAT_VERSION} sha256:${sha256(manifest)}`;

export interface Overwriting {
  readonly force: boolean;
}

/**
 * A backup file while it is written: a ZIP archive under another name, which takes its own only
 * once all of it is on the disk.
 */
export class BackupWriter {
  private readonly zip = new ZipFile();
  private readonly failing = new AbortController();
  private readonly written: Promise<void>;

  private constructor(
    private readonly file: string,
    private readonly draft: string,
    private readonly sink: WriteStream,
  ) {
    this.written = pipeline(this.zip.outputStream, sink);
    this.written.catch((error: unknown) => {
      this.failing.abort(error);
    });
    this.zip.on("error", (error) => {
      this.failing.abort(error);
    });
  }

  /** @throws StartError where the file is there already, or its folder cannot be written in. */
  static async create(file: string, { force }: Overwriting): Promise<BackupWriter> {
    if (!force && existsSync(file)) {
      throw new StartError(`${file} is there already: name another, or say --force to replace it.`);
    }
    const draft = `${file}.${randomBytes(4).toString("hex")}.part`;
    try {
      const sink = createWriteStream(draft, { flags: "wx", mode: PRIVATE, flush: true });
      await once(sink, "open");
      return new BackupWriter(file, draft, sink);
    } catch (error) {
      if (systemCode(error) !== "ENOENT") throw explainFile(error, file);
      throw new StartError(`There is no folder ${dirname(file)}: make it first.`);
    }
  }

  /** Takes a stream in, to its end. */
  async add(entry: string, stream: Readable): Promise<Part> {
    const digest = new Digest();
    this.zip.addReadStream(digest, entry, { mode: 0o100000 | PRIVATE });
    try {
      await pipeline(stream, digest, { signal: this.failing.signal });
    } catch (error) {
      this.failing.signal.throwIfAborted();
      throw error;
    }
    return { entry, bytes: digest.bytes, sha256: digest.sha256 };
  }

  /** @returns the size of the file, in bytes */
  async finish(manifest: Manifest): Promise<number> {
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    this.zip.addBuffer(text, MANIFEST, { mode: 0o100000 | PRIVATE });
    this.zip.end({ forceZip64Format: false, comment: commentOf(text) });
    await this.written;
    await rename(this.draft, this.file);
    // Some disks sync no folders; the file itself is written.
    await syncFolder(dirname(this.file)).catch(() => undefined);
    return (await stat(this.file)).size;
  }

  /** Leaves nothing of it. */
  async discard(): Promise<void> {
    this.sink.destroy(new Error("The backup was given up"));
    await this.written.catch(() => undefined);
    await rm(this.draft, { force: true });
  }
}
