import { Readable } from "node:stream";
import { unguarded } from "@convene/shared/table/csv-text";
import { fileProblem } from "@convene/shared/table/file-problem";
import { openCsv } from "@convene/shared/table/open-csv";
import { networkOf } from "./graph-file.value.ts";
import type { NetworkFile, TieRecord } from "./network-file.value.ts";

type Cells = Readonly<Record<string, string | null>>;

/**
 * A table of nodes, or one of ties, as `networkGraph` writes them: `id, label, kind`, or
 * `source_id, target_id, relation …`. Other tables have kinds of import of their own.
 */
export async function readNetworkTable(bytes: Uint8Array): Promise<NetworkFile> {
  const { columns, rows } = await openCsv(Readable.from([Buffer.from(bytes)]));
  const titles = columns.map(({ title }) => title.toLowerCase());
  const areTies = titles.includes("source_id") && titles.includes("target_id");
  if (!areTies && !(titles.includes("id") && titles.includes("label"))) {
    throw fileProblem(
      "The table is neither one of nodes (id, label, kind) nor one of ties (source_id, target_id, relation)",
    );
  }
  const read: { line: number; cells: Cells }[] = [];
  for await (const { line, cells } of rows) {
    const named = titles.map((title, at) => [title, unguarded(cells[at] ?? "") || null]);
    read.push({ line, cells: Object.fromEntries(named) as Cells });
  }
  return areTies ? tiesIn(read) : nodesIn(read);
}

type Rows = readonly { readonly line: number; readonly cells: Cells }[];

const nodesIn = (rows: Rows): NetworkFile =>
  networkOf(
    rows.map(({ cells }) => ({ id: cells["id"] ?? null, attributes: cells })),
    [],
    (at) => rows[at]?.line ?? at,
  );

function tiesIn(rows: Rows): NetworkFile {
  const { ties, memberships, others } = networkOf(
    [],
    rows.map(({ cells }) => ({
      source: cells["source_id"] ?? null,
      target: cells["target_id"] ?? null,
      attributes: {
        ...{ kind: cells["kind"], label: cells["relation"] },
        ...{ startDate: cells["start_date"], endDate: cells["end_date"] },
      },
    })),
    (at) => rows[at]?.line ?? at,
  );
  const byLine = new Map(rows.map(({ line, cells }) => [line, cells]));
  const named = (tie: TieRecord): TieRecord => {
    const cells = byLine.get(tie.line);
    const [sourceName, targetName] = [cells?.["source"] ?? null, cells?.["target"] ?? null];
    return { ...tie, sourceName, targetName };
  };
  return {
    ...{ organisations: [], networks: [], others },
    ...{ ties: ties.map(named), memberships: memberships.map(named) },
  };
}
