import type { ImportProblem, ImportReport, RowOutcome } from "@convene/shared/table/import-report";
import pc from "picocolors";

export interface ReportFormat {
  readonly colour: boolean;
  /** Kinds of problem to show; 10 unless told. */
  readonly problems?: number;
}

/** `process.stdout` is one. */
interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

type Colours = ReturnType<typeof pc.createColors>;

const OUTCOMES: readonly RowOutcome[] = ["created", "updated", "unchanged", "skipped"];
const WIDTH = 24;
const LINES = 10;
const CELLS = 5;

/** Of rows with several outcomes: all of them were taken. */
type Shown = Omit<ImportProblem, "outcome"> & { readonly outcome: RowOutcome | "taken" };

/** Prints a report for people, in colour where somebody watches. */
export function printReport(report: ImportReport, stream: Terminal): void {
  stream.write(formatReport(report, { colour: stream.isTTY === true && pc.isColorSupported }));
}

/** A table of counts, then the kinds of problem with the lines on which they stand. */
export function formatReport(report: ImportReport, format: ReportFormat): string {
  const colours = pc.createColors(format.colour);
  const parts = [headline(report, colours), counts(report, colours)];
  const shown = { colours, shown: format.problems ?? 10 };
  const all = joined(report.problems);
  const noted = all.filter(({ isNote }) => isNote);
  const found = all.filter(({ isNote }) => !isNote);
  if (found.length > 0) parts.push(problems("Problems", found, shown));
  if (noted.length > 0) parts.push(problems("Worth a look: nothing is lost", noted, shown));
  if (report.problemsLeftOut > 0) {
    parts.push(colours.dim(`  and ${plural(report.problemsLeftOut, "more fault")} of other kinds`));
  }
  return `\n${parts.join("\n\n")}\n\n`;
}

function headline({ kind, file, dryRun }: ImportReport, { bold, yellow }: Colours): string {
  const title = bold(`Import of ${harmless(kind)} from ${harmless(file)}`);
  return dryRun
    ? `${title}\n${yellow("Dry run: nothing was written. This is what would have happened.")}`
    : title;
}

function counts(report: ImportReport, colours: Colours): string {
  const total = OUTCOMES.reduce((sum, outcome) => sum + report[outcome], 0);
  const lines = OUTCOMES.map((outcome) => {
    const line = countLine(outcome, report[outcome]);
    return report[outcome] > 0 ? colourOf(outcome, colours)(line) : colours.dim(line);
  });
  const rule = colours.dim(`  ${"─".repeat(WIDTH)}`);
  return [...lines, rule, colours.bold(countLine("rows", total)), ...made(report)].join("\n");
}

/** `which made 12 organisations, 3 relationships`. */
function made({ made: counts, dryRun }: ImportReport): string[] {
  const all = Object.entries(counts).map(([what, count]) => `${number(count)} ${harmless(what)}`);
  return all.length === 0
    ? []
    : ["", `  which ${dryRun ? "would have " : ""}made ${all.join(", ")}`];
}

function countLine(label: string, count: number): string {
  return `  ${label}${number(count).padStart(WIDTH - label.length)}`;
}

function colourOf(outcome: Shown["outcome"], colours: Colours) {
  switch (outcome) {
    case "created":
      return colours.green;
    case "taken":
    case "updated":
      return colours.cyan;
    case "unchanged":
      return colours.reset;
    case "skipped":
      return colours.yellow;
  }
}

interface Listing {
  readonly colours: Colours;
  readonly shown: number;
}

function problems(title: string, all: readonly Shown[], { colours, shown }: Listing): string {
  const listed = all.slice(0, shown);
  const blocks = listed.map((problem) => problemBlock(problem, colours));
  const hidden = all.length - listed.length;
  if (hidden > 0) blocks.push(colours.dim(`  and ${plural(hidden, "more kind")} of problem`));
  return [colours.bold(title), ...blocks].join("\n\n");
}

/** What is wrong in the same way is one problem, whether the rows were created or only updated. */
function joined(problems: readonly ImportProblem[]): Shown[] {
  const byReason = new Map<string, Shown>();
  for (const problem of problems) {
    const { outcome, field, reason } = problem;
    const key = JSON.stringify([outcome === "skipped", problem.isNote, field, reason]);
    const known = byReason.get(key);
    byReason.set(key, known ? join(known, problem) : problem);
  }
  return [...byReason.values()].sort((one, other) => other.rows - one.rows);
}

const join = (one: Shown, other: ImportProblem): Shown => ({
  ...one,
  outcome: "taken",
  rows: one.rows + other.rows,
  lines: [...one.lines, ...other.lines].sort((first, second) => first - second).slice(0, LINES),
  cells: [...new Set([...one.cells, ...other.cells])].slice(0, CELLS),
});

function problemBlock(problem: Shown, colours: Colours): string {
  const { outcome, field, reason, rows, isNote } = problem;
  const what = field === undefined ? `the row ${reason}` : `${field} ${reason}`;
  const count = plural(rows, "row");
  const head = isNote
    ? colours.cyan(`  ${count}`)
    : colourOf(outcome, colours)(`  ${count} ${consequence(outcome)}`);
  const cells = problem.cells.map((cell) => `"${harmless(cell)}"`).join(", ");
  const examples = cells === "" ? [] : [colours.dim(`    for example ${cells}`)];
  return [`${head}: ${harmless(what)}`, colours.dim(`    ${linesOf(problem)}`), ...examples].join(
    "\n",
  );
}

/** A row that was taken in spite of a fault came in without the faulty cell. */
const consequence = (outcome: Shown["outcome"]) =>
  outcome === "skipped" ? "skipped" : `${outcome} without it`;

/** `lines 3–7, 12 and 4 more`. */
function linesOf({ lines, rows }: Shown): string {
  const ranges: [first: number, last: number][] = [];
  for (const line of lines) {
    const open = ranges.at(-1);
    if (open && line === open[1] + 1) open[1] = line;
    else ranges.push([line, line]);
  }
  const text = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const more = rows > lines.length ? ` and ${number(rows - lines.length)} more` : "";
  return `${rows === 1 ? "line" : "lines"} ${text.join(", ")}${more}`;
}

const number = (value: number) => value.toLocaleString("en-GB");
const plural = (count: number, noun: string) => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

/** What a file says may hold commands to a terminal, or turn the direction of its text. */
const harmless = (text: string) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
