import { isAscii } from "node:buffer";
import { fileProblem } from "./file-problem.ts";
import {
  type Decoder,
  type TextEncoding,
  decoderOf,
  encodingOfBytes,
  encodingOfOpening,
} from "./text-encoding.ts";

/** Enough bytes to recognise an encoding by, few enough to hold. */
const CHUNK = 65_536;

/**
 * A file as text: without byte order mark, every line break a `\n`. Read once. Bytes that are no
 * text end it with an error that names their line.
 */
export class DecodedText implements AsyncIterable<string> {
  /** Final once all is read: a file may begin with thousands of lines of plain ASCII. */
  encoding: TextEncoding = "utf-8";
  bytesRead = 0;
  private line = 1;

  constructor(private readonly source: AsyncIterable<Uint8Array | string>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<string, void, undefined> {
    let carriageReturn = "";
    for await (const text of this.decoded()) {
      // At the end of a chunk it may be the first half of a Windows line break.
      const cut = text.endsWith("\r");
      const unix = (carriageReturn + (cut ? text.slice(0, -1) : text)).replace(/\r\n?/g, "\n");
      carriageReturn = cut ? "\r" : "";
      const nul = unix.indexOf("\0");
      if (nul >= 0)
        throw fileProblem("a NUL byte: this is not a text file", this.lineAt(unix, nul));
      this.line = this.lineAt(unix, unix.length);
      if (unix !== "") yield unix;
    }
    if (carriageReturn !== "") yield "\n";
  }

  private async *decoded(): AsyncGenerator<string> {
    let decoder: Decoder | null = null;
    let opening = true;
    for await (const chunk of this.chunks()) {
      const marked = opening ? encodingOfOpening(chunk) : null;
      opening = false;
      if (!decoder && !marked && isAscii(chunk)) {
        yield chunk.toString("latin1");
        continue;
      }
      if (!decoder) {
        this.encoding = marked ?? encodingOfBytes(chunk);
        decoder = decoderOf(this.encoding);
      }
      yield this.decode(decoder, chunk);
    }
    if (decoder) yield this.decode(decoder, null);
  }

  /** The source in pieces of at least CHUNK bytes, but for the last. */
  private async *chunks(): AsyncGenerator<Buffer> {
    let held: Buffer[] = [];
    let size = 0;
    for await (const piece of this.source) {
      const bytes =
        typeof piece === "string"
          ? Buffer.from(piece)
          : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      this.bytesRead += bytes.length;
      held.push(bytes);
      size += bytes.length;
      if (size < CHUNK) continue;
      yield Buffer.concat(held);
      held = [];
      size = 0;
    }
    if (size > 0) yield Buffer.concat(held);
  }

  private decode(decoder: Decoder, bytes: Buffer | null): string {
    try {
      return decoder(bytes);
    } catch {
      const lenient = new TextDecoder(this.encoding).decode(bytes ?? undefined);
      const line = this.lineAt(lenient, lenient.indexOf("\ufffd"));
      throw fileProblem(
        `bytes that are not ${this.encoding.toUpperCase()}: save the file as CSV (UTF-8)`,
        line,
      );
    }
  }

  private lineAt(text: string, end: number): number {
    let line = this.line;
    for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1))
      line += 1;
    return line;
  }
}
