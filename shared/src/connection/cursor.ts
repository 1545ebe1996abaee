import { invalid } from "../errors.ts";

/** What a cursor may hold: the values of the order's columns, in their order. */
export type KeyValue = string | number | boolean;

/** The key of the row, so that rows that come or go elsewhere move nothing. */
export function encodeCursor(key: readonly KeyValue[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** @throws BAD_USER_INPUT with the field `after` when it is no cursor of this length. */
export function decodeCursor(cursor: string, length: number): KeyValue[] {
  const key = parse(cursor);
  if (!Array.isArray(key) || key.length !== length || !key.every(isKeyValue)) {
    throw invalid("after", "after is no cursor of this list");
  }
  return key;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

const isKeyValue = (value: unknown): value is KeyValue =>
  ["string", "number", "boolean"].includes(typeof value);
