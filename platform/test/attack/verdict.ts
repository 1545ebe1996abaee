import type { GraphReply, Reply } from "./graph-client.ts";

/** A file and a line, words of PostgreSQL and of the programs in between: never a client's. */
const INSIDE =
  /\bat [^\n"]{0,120}\(?(?:file:\/\/|\/)[^\s"]+:\d+:\d+|node_modules|QueryFailedError|syntax error at or near|violates [a-z-]+ constraint|relation \\?"[a-z_]+\\?" does not exist|invalid input syntax for|pg_catalog|TypeORMError|ECONNREFUSED/;

/** What must be told to nobody, whoever asks and whatever they ask; null where it is not. */
export function leakOf({ status, text }: Reply, canaries: readonly string[] = []): string | null {
  if (status >= 500) return `status ${status}: ${text.slice(0, 300)}`;
  if (text.includes("INTERNAL_SERVER_ERROR")) return `a fault inside: ${text.slice(0, 300)}`;
  if (text.includes("SERVICE_UNAVAILABLE")) return `a service failed: ${text.slice(0, 300)}`;
  const inside = INSIDE.exec(text)?.[0];
  if (inside !== undefined) return `tells of the inside: ${inside}`;
  const canary = canaries.find((one) => text.includes(one));
  return canary === undefined ? null : `what is hidden: ${canary} in ${text.slice(0, 300)}`;
}

/** Refused as a whole, or with an error at every field that was asked for. */
export function isRefused({ status, data, errors }: GraphReply): boolean {
  if (status >= 400 || data === null || data === undefined) return true;
  return errors.length > 0 && Object.values(data as object).every((value) => value === null);
}
