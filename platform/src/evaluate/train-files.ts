import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { relationNamed } from "@convene/stakeholders/organisation-import/relation-word.value";
import { column, type FileTable, type NetworkFiles } from "./network-files.ts";
import { keyOf, type NetworkSplit } from "./network-split.ts";

/** A data set without countries counts as one country: this one, since areas lie in a country. */
const STAND_IN = "ATA";
/** What a relation is taken for that the product has no word for. */
const PLAIN_RELATION = "partner";

/**
 * Writes what the importers may see: all organisations and where they work, and of the pairs only
 * those that are known. What is held out is not in these files.
 */
export async function writeTrainFiles(
  folder: string,
  files: NetworkFiles,
  split: NetworkSplit,
): Promise<void> {
  const placed = split.organisations.every(({ country }) => country === "")
    ? (table: FileTable) => withColumn(table, "country_iso3", () => STAND_IN)
    : (table: FileTable) => table;
  const write = (name: keyof NetworkFiles, table: FileTable) =>
    writeFile(join(folder, `${name}.csv`), textOf(placed(table)));
  await write("organisations", files.organisations);
  await write("presence", files.presence);
  await write("collaborations", knownRelations(files.collaborations, split));
}

function knownRelations(table: FileTable, { organisations, train }: NetworkSplit): FileTable {
  const numberOf = new Map(organisations.map(({ id }, number) => [id, number]));
  const known = new Set(train.map(keyOf));
  const targets = column(table, "target_org_id");
  const splits = column(table, "split");
  const sources = column(table, "source_org_id");
  const rows = table.rows.filter((_, row) => {
    const [one = -1, other = -1] = [sources[row], targets[row]].map((id) => numberOf.get(id ?? ""));
    const key = one < other ? keyOf([one, other]) : keyOf([other, one]);
    return splits[row]?.toLowerCase() !== "test" && known.has(key);
  });
  return withColumn({ ...table, rows }, "relation", (relation) =>
    relationNamed(relation) === null ? PLAIN_RELATION : relation,
  );
}

const HASHTAGS: Readonly<Record<string, string>> = {
  country_iso3: "#country+code",
  relation: "#relation",
};

/** The table with each cell of one column made anew; the column is added where there is none. */
function withColumn(table: FileTable, title: string, of: (cell: string) => string): FileTable {
  const cells = column(table, title);
  const at = table.titles.indexOf(title);
  const place = at < 0 ? table.titles.length : at;
  const put = (row: readonly string[], cell: string) => row.toSpliced(place, 1, cell);
  return {
    titles: put(table.titles, title),
    hashtags: table.hashtags && put(table.hashtags, HASHTAGS[title] ?? ""),
    rows: table.rows.map((row, number) => put(row, of(cells[number] ?? ""))),
  };
}

/** RFC 4180. */
const textOf = ({ titles, hashtags, rows }: FileTable): string =>
  [titles, ...(hashtags ? [hashtags] : []), ...rows]
    .map((cells) => cells.map(quoted).join(",") + "\r\n")
    .join("");

const quoted = (cell: string): string =>
  /[",\r\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
