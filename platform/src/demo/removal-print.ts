import type { Reference } from "@convene/shared/removal/survey";
import pc from "picocolors";
import type { Colours, Terminal } from "../command/terminal.ts";
import type { KeptRecord, Reason } from "./removal-plan.ts";
import type { RemovalReport } from "./remove-demo.ts";

const WIDTH = 24;
/** Of each kind that stays, and of what holds on to one. */
const SHOWN = { records: 20, references: 2 };

/** Prints a report for people, in colour where somebody watches. */
export function printRemoval(report: RemovalReport, stream: Terminal): void {
  const colours = pc.createColors(stream.isTTY === true && pc.isColorSupported);
  stream.write(formatRemoval(report, colours));
}

/** A table of what went, then what stays, by kind, with the reason of each. */
export function formatRemoval(report: RemovalReport, colours: Colours): string {
  const { dryRun, counts, dangling } = report;
  const { bold, yellow } = colours;
  const title = bold("Removal of the demo network");
  const dry = "Dry run: nothing was removed. This is what would have gone.";
  const parts = [dryRun ? `${title}\n${yellow(dry)}` : title, table(counts, colours)];
  parts.push(...keptParts(report, colours));
  if (dangling.length > 0) parts.push(yellow(`Names what is gone: ${named(dangling)}`));
  return `\n${parts.join("\n\n")}\n\n`;
}

function keptParts({ dryRun, kept }: RemovalReport, colours: Colours): string[] {
  if (kept.length === 0) return [];
  const parts = [colours.bold(`${plural(kept.length)} ${dryRun ? "would stay" : "stayed"}`)];
  for (const kind of new Set(kept.map((one) => one.kind))) {
    const ofKind = kept.filter((one) => one.kind === kind);
    parts.push([`  ${kind}`, ...ofKind.slice(0, SHOWN.records).map(keptLines(colours))].join("\n"));
    const more = ofKind.length - SHOWN.records;
    if (more > 0) parts.push(colours.dim(`    and ${number(more)} more`));
  }
  return parts;
}

function table(counts: RemovalReport["counts"], { dim, bold }: Colours): string {
  const rows = Object.entries(counts);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  const rule = dim(`  ${"─".repeat(WIDTH)}`);
  return [
    ...rows.map(([kind, count]) => line(kind, count)),
    rule,
    bold(line("records", total)),
  ].join("\n");
}

const line = (label: string, count: number) =>
  `  ${label}${number(count).padStart(WIDTH - label.length)}`;

const keptLines =
  ({ cyan, dim }: Colours) =>
  ({ id, label, reason }: KeptRecord): string =>
    `    ${label === null ? "" : `${cyan(harmless(label))}  `}${dim(id)}\n      ${dim(inWords(reason))}`;

function inWords(reason: Reason): string {
  switch (reason.because) {
    case "edited":
      return "somebody has edited it";
    case "needed":
      return `named by what stays: ${named([reason.by])}`;
    case "named":
      return `named by what is not of the demo network: ${named(reason.by)}`;
  }
}

/** `seats sea_…; agenda items agi_…, agi_… and 3 more`. */
function named(by: readonly Reference[]): string {
  return [...new Set(by.map(({ kind }) => kind))]
    .map((kind) => {
      const ids = [...new Set(by.filter((one) => one.kind === kind).map(({ from }) => from))];
      const more = ids.length - SHOWN.references;
      const shown = ids.slice(0, SHOWN.references).join(", ");
      return `${kind} ${shown}${more > 0 ? ` and ${number(more)} more` : ""}`;
    })
    .join("; ");
}

const number = (value: number) => value.toLocaleString("en-GB");
const plural = (count: number) => `${number(count)} record${count === 1 ? "" : "s"}`;

/** A name may hold commands to a terminal, or turn the direction of its text. */
const harmless = (text: string) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
