import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

/** Lets bytes through, and knows their number and their SHA-256 once all have passed. */
export class Digest extends Transform {
  private readonly hash = createHash("sha256");
  bytes = 0;
  sha256 = "";

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.sha256 = this.hash.digest("hex");
    done();
  }
}

export const sha256 = (text: string | Buffer): string =>
  createHash("sha256").update(text).digest("hex");
