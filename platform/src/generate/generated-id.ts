import { createHash } from "node:crypto";
import { fromUUIDBytes } from "typeid-js";

/** The ids of generated things say that they were made from this moment on, one a second. */
const FIRST = Date.UTC(2020, 0, 1);
const TIME_BYTES = 6;

/** Which thing of a generated network: its kind by the prefix of its ids, and its place. */
export interface Named {
  readonly seed: number;
  readonly prefix: string;
  /** Where it stands among those of its kind. */
  readonly index: number;
  /** What tells it from others at the same place. */
  readonly part?: string | number;
}

/** The same thing of the same seed has the same id: a TypeID like any other (a UUIDv7, RFC 9562). */
export function generatedId({ seed, prefix, index, part = "" }: Named): string {
  const bytes = createHash("sha256").update(`${seed}/${prefix}/${index}/${part}`).digest();
  bytes.writeUIntBE(FIRST + index * 1_000, 0, TIME_BYTES);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return fromUUIDBytes(prefix, bytes.subarray(0, 16));
}
