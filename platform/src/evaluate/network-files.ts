import { access } from "node:fs/promises";
import { join } from "node:path";
import { formatHxlTag } from "@convene/shared/table/hxl-tag";
import { openSpreadsheet } from "@convene/shared/table/open-spreadsheet";
import { StartError } from "../postgres/start-error.ts";

/** A file as it was read: the row of hashtags is null where it has none. */
export interface FileTable {
  readonly titles: readonly string[];
  readonly hashtags: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

export interface NetworkFiles {
  readonly organisations: FileTable;
  readonly presence: FileTable;
  readonly collaborations: FileTable;
}

const REQUIRED = {
  organisations: ["org_id"],
  presence: ["org_id"],
  collaborations: ["source_org_id", "target_org_id", "split"],
} as const;

/** Reads the three files of a network. Nothing else in the folder is looked at. */
export async function readNetworkFiles(folder: string): Promise<NetworkFiles> {
  return {
    organisations: await readTable(folder, "organisations"),
    presence: await readTable(folder, "presence"),
    collaborations: await readTable(folder, "collaborations"),
  };
}

async function readTable(folder: string, name: keyof typeof REQUIRED): Promise<FileTable> {
  const path = join(folder, `${name}.csv`);
  await access(path).catch(() => {
    throw new StartError(`${path} is missing: a network is evaluated by three files.`);
  });
  const table = await openSpreadsheet(path);
  try {
    const rows: (readonly string[])[] = [];
    for await (const { cells } of table.rows) rows.push(cells);
    const titles = table.columns.map(({ title }) => title);
    const missing = REQUIRED[name].filter((title) => !titles.includes(title));
    if (missing.length > 0) throw new StartError(`${path} has no column ${missing.join(", ")}.`);
    const tags = table.columns.map(({ tag }) => (tag === null ? "" : formatHxlTag(tag)));
    return { titles, hashtags: tags.some((tag) => tag !== "") ? tags : null, rows };
  } finally {
    await table.close();
  }
}

/** The cells of one column, trimmed; blank where the file has no such column. */
export function column({ titles, rows }: FileTable, title: string): string[] {
  const at = titles.indexOf(title);
  return rows.map((cells) => (at < 0 ? "" : (cells[at] ?? "").trim()));
}
