import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { StartError } from "../postgres/start-error.ts";
import {
  FORMAT_VERSION,
  headSchema,
  type Manifest,
  MANIFEST,
  manifestSchema,
  type Part,
} from "./backup-manifest.schema.ts";
import { commentOf } from "./backup-writer.ts";
import { Digest } from "./digest.ts";
import { explainFile } from "./file-failure.ts";

/** More than a manifest of ten thousand tables takes; what claims to be longer is not read. */
const LONGEST_MANIFEST = 64 * 1024 * 1024;

interface Archive {
  readonly file: string;
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A backup file that is read. Every sentence of its errors names the file. */
export class BackupReader {
  private constructor(
    private readonly archive: Archive,
    readonly manifest: Manifest,
  ) {}

  /** @throws StartError for a file that is no backup, or cut off, or of a later format. */
  static async open(file: string): Promise<BackupReader> {
    const zip = await openZip(file);
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      const archive = { file, zip, entries };
      return new BackupReader(archive, readManifest(archive, await manifestText(archive)));
    } catch (error) {
      zip.close();
      throw asSentence(error, file);
    }
  }

  /** All parts, from the first byte to the last, as the manifest says that they are. */
  async verify(): Promise<void> {
    const { tables, files } = this.manifest;
    for (const part of [...tables, ...files]) {
      for await (const _ of this.read(part)); // what is altered throws
    }
  }

  /** The bytes of a part; the stream fails at its end where they are not what they were. */
  async *read(part: Part): AsyncGenerator<Buffer> {
    const { file, zip, entries } = this.archive;
    const entry = entries.get(part.entry);
    if (!entry) throw damaged(file);
    try {
      const digest = new Digest();
      const stream = await zip.openReadStreamPromise(entry);
      const passing = pipeline(stream, digest);
      passing.catch(() => undefined); // it also ends the loop
      for await (const chunk of digest) yield chunk as Buffer;
      await passing;
      if (digest.sha256 !== part.sha256 || digest.bytes !== part.bytes) throw damaged(file);
    } catch (error) {
      throw asSentence(error, file);
    }
  }

  stream(part: Part): Readable {
    return Readable.from(this.read(part), { objectMode: false });
  }

  close(): void {
    this.archive.zip.close();
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, lazyEntries: true, decodeStrings: true });
  } catch (error) {
    const known = explainFile(error, file);
    if (known !== error) throw known;
    throw new StartError(`${file} is no backup of Convene, or only the beginning of one.`);
  }
}

async function manifestText({ file, zip, entries }: Archive): Promise<Buffer> {
  const entry = entries.get(MANIFEST);
  if (!entry || !zip.comment.startsWith("convene-backup")) {
    throw new StartError(`${file} is no backup of Convene.`);
  }
  if (entry.uncompressedSize > LONGEST_MANIFEST) throw damaged(file);
  return buffer(await zip.openReadStreamPromise(entry));
}

function readManifest({ file, zip }: Archive, text: Buffer): Manifest {
  const json = JSON.parse(text.toString("utf8")) as unknown;
  const head = headSchema.parse(json);
  if (head.version > FORMAT_VERSION) {
    throw new StartError(
      `${file} was made by Convene ${head.convene}, whose backups this one cannot read: update ` +
        `Convene, and restore again.`,
    );
  }
  if (zip.comment !== commentOf(text)) throw damaged(file);
  return manifestSchema.parse(json);
}

/** Whatever ails an archive or its manifest is the same to a person: the file is not whole. */
function asSentence(error: unknown, file: string): unknown {
  if (error instanceof StartError) return error;
  const known = explainFile(error, file);
  return known === error ? damaged(file, error) : known;
}

const damaged = (file: string, cause?: unknown): StartError =>
  new StartError(`${file} is damaged: it is not as it was written. Nothing was restored.`, {
    cause,
  });
