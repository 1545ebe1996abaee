import { readBoolean } from "./cell-choice.ts";
import { readCountry } from "./cell-country.ts";
import { readDate } from "./cell-date.ts";
import { readList } from "./cell-list.ts";
import { readText } from "./cell-text.ts";
import { mapColumns } from "./column-mapping.ts";
import { columnSpecs } from "./column-spec.ts";
import { readRow } from "./row-reading.ts";
import type { TableColumn } from "./table.ts";

const SPECS = columnSpecs({
  name: { titles: ["name"], required: true, nothing: ["other"], read: readText(20) },
  country: { titles: ["country"], required: true, read: readCountry },
  start: { titles: ["start"], read: readDate },
  active: { titles: ["active"], read: readBoolean },
  sectors: { titles: ["sector"], repeated: true, read: readList(readText(20)) },
  note: { titles: ["note"], read: readText(20) },
});

const titles = ["name", "country", "start", "active", "sector", "sector"];
const columns = titles.map((title, position): TableColumn => ({
  position,
  title,
  name: `${title} ${position}`,
  tag: null,
}));
const mapping = mapColumns(columns, SPECS);
const read = (cells: string[], problem: string | null = null) =>
  readRow(mapping, { line: 7, cells, problem });

describe("readRow", () => {
  it("gives typed values by field, null for blanks, placeholders and missing columns", () => {
    const { values, faults } = read([" Aid  for all ", "HND", "1/7/2021", "no", "A; B", "B|C"]);
    const typed: { name: string; start: string | null; sectors: string[] | null } | null = values;
    expect(typed).toEqual({
      name: "Aid for all",
      country: "HN",
      start: "2021-07-01",
      active: false,
      sectors: ["A", "B", "C"],
      note: null,
    });
    expect(faults).toEqual([]);
    expect(read(["Aid", "HN", "TBD", "-", "", "N/A; -"]).values).toEqual({
      name: "Aid",
      country: "HN",
      start: null,
      active: null,
      sectors: null,
      note: null,
    });
  });

  it("leaves an unreadable optional cell out, and says so", () => {
    const { values, faults } = read(["Aid", "HN", "31/02/2021", "", "", ""]);
    expect(values).toMatchObject({ name: "Aid", start: null });
    expect(faults).toEqual([
      {
        field: "start",
        column: "start 2",
        reason: "is a date that no calendar has",
        cell: "31/02/2021",
      },
    ]);
  });

  it("gives no values where a required cell is blank or unreadable, and all faults", () => {
    const { values, faults } = read(["Other", "Atlantis", "soon", "", "", ""]);
    expect(values).toBeNull();
    expect(faults.map(({ field, reason }) => [field, reason.split(" (")[0]])).toEqual([
      ["name", "is blank, and this field is needed"],
      ["country", "is not a country"],
      ["start", "is not a date"],
    ]);
  });

  it("gives no values of a row that cannot be trusted", () => {
    expect(read(["Aid", "HN", "", "", "", ""], "has more cells than there are columns")).toEqual({
      values: null,
      faults: [{ reason: "has more cells than there are columns" }],
    });
  });

  it("cuts a long cell in what it tells", () => {
    const [fault] = read([`${"x".repeat(60)}\n${"y".repeat(60)}`, "HN", "", "", "", ""]).faults;
    expect(fault?.cell).toBe(`${"x".repeat(60)} ${"y".repeat(18)}…`);
  });
});
