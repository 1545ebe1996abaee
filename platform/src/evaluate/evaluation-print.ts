import type { Writable } from "node:stream";
import type { Figures, MethodFigures } from "./evaluation.ts";
import type { Interval } from "./confidence.ts";

export interface EvaluationReport {
  readonly set: string;
  readonly methods: readonly MethodFigures[];
}

/** One object in one line, for programs; the intervals are in the table alone. */
export function printJson({ set, methods }: EvaluationReport, output: Writable): void {
  const told = methods.map(({ method, auc, mrr, hitsAt10, small }) => ({
    method,
    auc,
    mrr,
    hitsAt10,
    small,
  }));
  output.write(`${JSON.stringify({ set, methods: told })}\n`);
}

const COLUMNS = ["AUC", "MRR", "hits@10"] as const;

export function printTable({ set, methods }: EvaluationReport, output: Writable): void {
  const lines = methods.map(({ method, small, intervals, ...all }) => [
    method,
    withInterval(all.auc, intervals.auc),
    withInterval(all.mrr, intervals.mrr),
    withInterval(all.hitsAt10, intervals.hitsAt10),
    ...numbersOf(small),
  ]);
  const header = [set, ...COLUMNS, ...COLUMNS.map((name) => `small ${name}`)];
  const widths = header.map((_, at) =>
    Math.max(...[header, ...lines].map((line) => line[at]?.length ?? 0)),
  );
  for (const line of [header, ...lines]) {
    output.write(`${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}\n`);
  }
}

const numbersOf = ({ auc, mrr, hitsAt10 }: Figures): string[] => [auc, mrr, hitsAt10].map(shown);

const withInterval = (figure: number, [low, high]: Interval): string =>
  `${shown(figure)} (${shown(low)} – ${shown(high)})`;

const shown = (figure: number): string => figure.toFixed(3);
