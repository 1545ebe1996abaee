import { fileProblem } from "@convene/shared/table/file-problem";
import { readCards } from "./card-file.value.ts";
import { readJson } from "./json-file.value.ts";
import type { NetworkFile } from "./network-file.value.ts";
import { readNetworkTable } from "./network-table.service.ts";
import { readXml } from "./xml-file.value.ts";

const MOST_RECORDS = 120_000;

/**
 * What a file says of organisations and their relationships. As what it is written, how it begins
 * tells, whatever it is called.
 *
 * @throws BAD_USER_INPUT
 */
export async function readNetworkFile(bytes: Uint8Array): Promise<NetworkFile> {
  const file = await readAny(bytes);
  const { organisations, ties, networks, memberships, others } = file;
  const lists = [organisations, ties, networks, memberships, others];
  const records = lists.reduce((sum, list) => sum + list.length, 0);
  if (records > MOST_RECORDS) {
    throw fileProblem(`The file has more than ${String(MOST_RECORDS)} nodes and ties`);
  }
  return file;
}

function readAny(bytes: Uint8Array): Promise<NetworkFile> | NetworkFile {
  const opening = Buffer.from(bytes.subarray(0, 100))
    .toString("utf8")
    .replace(/^\ufeff/, "");
  const [first = ""] = opening.trimStart();
  if (first === "<") return readXml(textOf(bytes));
  if (first === "{" || first === "[") return readJson(textOf(bytes));
  if (/^\s*BEGIN:VCARD/i.test(opening)) return readCards(textOf(bytes));
  return readNetworkTable(bytes);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw fileProblem("The file is not in UTF-8");
  }
}
