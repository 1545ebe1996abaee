import type { ImportReport } from "@convene/shared/table/import-report";
import { formatReport, printReport } from "./report-print.ts";

const report = (overrides: Partial<ImportReport> = {}): ImportReport => ({
  file: "list.csv",
  kind: "organisations",
  dryRun: false,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  made: {},
  rows: [],
  rowsLeftOut: 0,
  problems: [],
  problemsLeftOut: 0,
  ...overrides,
});
const plain = (overrides: Partial<ImportReport>, problems?: number) =>
  formatReport(report(overrides), { colour: false, problems });

describe("formatReport", () => {
  it("shows the counts, and the problems by reason with their lines", () => {
    const text = plain({
      created: 10_982,
      unchanged: 26,
      skipped: 2,
      problems: [
        {
          outcome: "created",
          field: "startDate",
          reason: "is a date that no calendar has",
          rows: 14,
          lines: [3, 4, 5, 7, 9, 10, 12, 14, 16, 18],
          cells: ["31/02/2021", "30/02/2021"],
        },
        {
          outcome: "skipped",
          reason: "has more cells than there are columns",
          rows: 1,
          lines: [8],
          cells: [],
        },
      ],
    });
    expect(text).toBe(`
Import of organisations from list.csv

  created           10,982
  updated                0
  unchanged             26
  skipped                2
  ────────────────────────
  rows              11,010

Problems

  14 rows created without it: startDate is a date that no calendar has
    lines 3–5, 7, 9–10, 12, 14, 16, 18 and 4 more
    for example "31/02/2021", "30/02/2021"

  1 row skipped: the row has more cells than there are columns
    line 8

`);
  });

  it("tells what the rows have made, and apart from the problems what is only worth a look", () => {
    const text = plain({
      updated: 4,
      made: { organisations: 1_204, relationships: 3 },
      problems: [
        {
          outcome: "updated",
          field: "funders",
          reason: "named several organisations, and was split",
          rows: 3,
          lines: [4, 5, 6],
          cells: ["ABC/XYZ"],
          isNote: true,
        },
      ],
    });
    expect(text).toBe(`
Import of organisations from list.csv

  created                0
  updated                4
  unchanged              0
  skipped                0
  ────────────────────────
  rows                   4

  which made 1,204 organisations, 3 relationships

Worth a look: nothing is lost

  3 rows: funders named several organisations, and was split
    lines 4–6
    for example "ABC/XYZ"

`);
  });

  it("says when nothing was written", () => {
    expect(plain({ dryRun: true })).toContain("from list.csv\nDry run: nothing was written.");
    expect(plain({})).not.toContain("Dry run");
    expect(plain({})).not.toContain("Problems");
  });

  it("shows only so many kinds of problem, and how many more there are", () => {
    const problems = Array.from({ length: 12 }, (_, at) => ({
      outcome: "skipped" as const,
      reason: `fault ${at}`,
      rows: 1,
      lines: [at + 2],
      cells: [],
    }));
    const text = plain({ problems, problemsLeftOut: 1 }, 11);
    expect(text).toContain("fault 10");
    expect(text).not.toContain("fault 11");
    expect(text).toContain("and 1 more kind of problem");
    expect(text).toContain("and 1 more fault of other kinds");
  });

  it("lets nothing from the file command the terminal", () => {
    const text = plain({
      file: "\u001b[2Jx.csv",
      problems: [
        {
          outcome: "skipped",
          reason: "is\u0007 odd",
          rows: 1,
          lines: [2],
          cells: ["a\u001b]0;b\u202e"],
        },
      ],
    });
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });
});

describe("printReport", () => {
  it.each([false, undefined])("is plain where nobody watches (isTTY %p)", (isTTY) => {
    const done = report({ created: 1, dryRun: true });
    const written: string[] = [];
    printReport(done, { isTTY, write: (text: string) => written.push(text) });
    expect(written).toEqual([formatReport(done, { colour: false })]);
  });

  it("is in colour, with the same words, where colour is on", () => {
    const coloured = formatReport(report({ created: 1, skipped: 2 }), { colour: true });
    const words = coloured.replace(/\u001b\[\d+m/g, "");
    expect(coloured).not.toBe(words);
    expect(words).toBe(formatReport(report({ created: 1, skipped: 2 }), { colour: false }));
  });
});
