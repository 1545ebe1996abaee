import { CheckReport } from "./check-report.ts";
import type { Check, Finished } from "./checking.ts";

const check = (name: string): Check => ({
  name,
  proves: `${name} is right`,
  run: () => Promise.resolve({ passed: true, output: "" }),
});
const [types, rooms] = [check("types"), check("rooms")];
const passed: Finished = { check: types, passed: true, seconds: 1.25, output: "" };
const failed: Finished = { check: rooms, passed: false, seconds: 12.5, output: "a → b\n" };

function written(isTTY: boolean, tell: (report: CheckReport) => void): string {
  let text = "";
  const out = { isTTY, write: (more: string) => (text += more) };
  tell(new CheckReport(out, [types, rooms]));
  return text;
}

describe("the report of the checks", () => {
  it("is plain where nobody watches: a line for each, then what the failed ones said", () => {
    const text = written(false, (report) => {
      report.begun(types);
      report.begun(rooms);
      report.finished(passed);
      report.finished({ ...failed, note: "2 walls" });
      report.close([passed, failed]);
    });
    expect(text).toBe(
      "✓ types   1.3 s  types is right\n" +
        "✗ rooms  12.5 s  2 walls\n" +
        "\nrooms: rooms is right\na → b\n" +
        "\nFailed: rooms\n",
    );
  });

  it("says so when all is well", () => {
    const text = written(false, (report) => {
      report.close([passed, passed]);
    });
    expect(text).toBe("\nAll 2 checks passed\n");
  });

  it("shows in a terminal what runs at the moment, and takes it away again", () => {
    const text = written(true, (report) => {
      report.begun(types);
      report.begun(rooms);
      report.finished(passed);
    });
    expect(text).toContain("… types, rooms");
    expect(text.split("\r\u001B[2K").at(-1)).toContain("… rooms");
  });
});
