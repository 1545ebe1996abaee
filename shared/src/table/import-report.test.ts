import { ImportReporter, type ImportReportRow, faults } from "./import-report.ts";

const about = { file: "list.csv", kind: "things" };

describe("ImportReporter", () => {
  it("counts outcomes and keeps the first rows", async () => {
    const reporter = new ImportReporter({ ...about, dryRun: true, keepRows: 2 });
    await reporter.add({ line: 2, outcome: "created", id: "a" });
    await reporter.add({ line: 3, outcome: "updated", id: "b" });
    await reporter.add({ line: 4, outcome: "unchanged", id: "c" });
    await reporter.add({ line: 5, outcome: "skipped", reason: "is blank", field: "name" });
    expect(reporter.report()).toEqual({
      ...about,
      dryRun: true,
      created: 1,
      updated: 1,
      unchanged: 1,
      skipped: 1,
      made: {},
      rows: [
        { line: 2, outcome: "created", id: "a" },
        { line: 3, outcome: "updated", id: "b" },
      ],
      rowsLeftOut: 2,
      problems: [
        { outcome: "skipped", reason: "is blank", field: "name", rows: 1, lines: [5], cells: [] },
      ],
      problemsLeftOut: 0,
    });
  });

  it("groups rows by outcome, field and reason, the most frequent first", async () => {
    const reporter = new ImportReporter(about);
    const bad = (line: number, cell: string): ImportReportRow => ({
      line,
      outcome: "created",
      ...faults([
        { field: "start", reason: "is no date", cell },
        ...(line % 2 ? [{ field: "end", reason: "is no date", cell }] : []),
      ]),
    });
    for (let line = 2; line < 27; line++) await reporter.add(bad(line, `x${line % 5}`));
    await reporter.add({ line: 27, outcome: "skipped", reason: "is no date", field: "start" });
    expect(reporter.report()).toMatchObject({ created: 25, skipped: 1 });
    expect(reporter.report().problems).toEqual([
      {
        outcome: "created",
        field: "start",
        reason: "is no date",
        rows: 25,
        lines: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        cells: ["x2", "x3", "x4", "x0", "x1"],
      },
      expect.objectContaining({
        field: "end",
        rows: 12,
        lines: [3, 5, 7, 9, 11, 13, 15, 17, 19, 21],
      }),
      expect.objectContaining({ outcome: "skipped", rows: 1 }),
    ]);
  });

  it("adds up what the rows have made, and groups what is only noted, whatever became of the row", async () => {
    const reporter = new ImportReporter(about);
    const note = { reason: "holds two", cell: "A/B", isNote: true } as const;
    await reporter.add({ line: 2, outcome: "created", made: { things: 2, ties: 1 }, ...note });
    await reporter.add({ line: 3, outcome: "unchanged", ...note });
    await reporter.add({ line: 4, outcome: "created", made: { things: 1 } });
    const { made, problems } = reporter.report();
    expect(made).toEqual({ things: 3, ties: 1 });
    expect(problems).toMatchObject([{ isNote: true, rows: 2, lines: [2, 3], cells: ["A/B"] }]);
  });

  it("hands every row to its sink, and waits for it", async () => {
    const written: number[] = [];
    const sink = async ({ line }: ImportReportRow) => {
      await new Promise((resolve) => setImmediate(resolve));
      written.push(line);
    };
    const reporter = new ImportReporter({ ...about, sink, keepRows: 0 });
    for (const line of [2, 3, 4]) await reporter.add({ line, outcome: "unchanged" });
    expect(written).toEqual([2, 3, 4]);
    expect(reporter.report()).toMatchObject({ unchanged: 3, rows: [], rowsLeftOut: 3 });
  });

  it("holds no more for a long file than for a short one", async () => {
    const reporter = new ImportReporter(about);
    for (let line = 2; line < 20_002; line++) {
      await reporter.add({
        line,
        outcome: "skipped",
        reason: `fault ${line}`,
        cell: `cell ${line}`,
      });
    }
    const { skipped, rows, rowsLeftOut, problems, problemsLeftOut } = reporter.report();
    expect([skipped, rows.length, rowsLeftOut]).toEqual([20_000, 1_000, 19_000]);
    expect([problems.length, problemsLeftOut]).toEqual([200, 19_800]);
  });
});
