/** Some of a file: bytes from a place on, so that none need be held whole. */
export interface ByteRange {
  /** From 0. */
  readonly from: number;
  readonly length: number;
}

export interface StoredFile {
  readonly key: string;
  readonly writtenAt: Date;
}

/**
 * Where files lie that people have sent, by keys such as `meetings/ppv_01h…`. What a key means, and
 * who may read it, the service knows that has given it.
 */
export interface FileStorage {
  /** Whole, or not at all. A second time changes nothing. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null where it is gone. */
  read(key: string, range: ByteRange): Promise<Uint8Array | null>;
  /** What is gone already is no error. */
  remove(key: string): Promise<void>;
  /** All that lie below `start/`. */
  list(start: string): AsyncIterable<StoredFile>;
}

const KEY = /^[a-z][a-z-]*\/[a-z0-9_]+$/;

/** Keys are made by services; one that could lead elsewhere is a fault in the program. */
export function checkKey(key: string): string {
  if (KEY.test(key)) return key;
  throw new Error(`${JSON.stringify(key)} is no key of a file`);
}

const refuse = (): never => {
  throw new Error("This process has nothing to do with files");
};

async function* nothing(): AsyncGenerator<StoredFile> {
  // There is none.
}

/** Where a process keeps none. */
export const noStorage: FileStorage = { put: refuse, read: refuse, remove: refuse, list: nothing };
