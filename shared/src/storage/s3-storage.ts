import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { type ByteRange, checkKey, type FileStorage, type StoredFile } from "./file-storage.ts";

export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  /** Of a server that is not Amazon's, such as MinIO or Garage. */
  readonly endpoint?: string | undefined;
  /** Before every key, so that a bucket may hold other things as well. */
  readonly prefix: string;
  /** Unless given, as the machine is set up (an instance's role, say). */
  readonly credentials?:
    { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

/** Files as objects of a bucket, on any server that speaks S3. */
export class S3Storage implements FileStorage {
  private readonly client: S3Client;

  constructor(private readonly place: S3Place) {
    const { region, endpoint, credentials } = place;
    this.client = new S3Client({
      region,
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      ...(credentials && { credentials }),
      // Other servers than Amazon's know no checksums of its newer kinds.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    });
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.client.send(new PutObjectCommand({ ...this.objectOf(key), Body: bytes }));
  }

  async read(key: string, { from, length }: ByteRange): Promise<Uint8Array | null> {
    const Range = `bytes=${from}-${from + length - 1}`;
    try {
      const found = await this.client.send(new GetObjectCommand({ ...this.objectOf(key), Range }));
      return (await found.Body?.transformToByteArray()) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  /** S3 says the same of what is gone already. */
  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.objectOf(key)));
  }

  async *list(start: string): AsyncGenerator<StoredFile> {
    const { bucket: Bucket, prefix } = this.place;
    let next: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({
          ...{ Bucket, Prefix: `${prefix}${start}/` },
          ...(next !== undefined && { ContinuationToken: next }),
        }),
      );
      for (const { Key = "", LastModified } of page.Contents ?? []) {
        if (LastModified) yield { key: Key.slice(prefix.length), writtenAt: LastModified };
      }
      next = page.NextContinuationToken;
    } while (next !== undefined);
  }

  private objectOf(key: string) {
    return { Bucket: this.place.bucket, Key: this.place.prefix + checkKey(key) };
  }
}
