import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { structureOutcome } from "./structure-check.ts";

let root: string;

const write = (path: string, lines: number) => {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), "a line\n".repeat(lines));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "convene-structure-"));
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  write(".gitignore", 0);
  write("shared/src/errors.ts", 10);
  write("shared/src/viewer.ts", 30);
  write("shared/src/viewer.test.ts", 300);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("the structure of a checkout", () => {
  it("tells how long half of the source files are at most, without their tests", async () => {
    write("shared/src/node.ts", 20);
    const { passed, note } = await structureOutcome(root);
    expect({ passed, note }).toEqual({
      passed: true,
      note: "3 source files, half of them up to 20 lines",
    });
  });

  it("wants them short, but does not fail for it", async () => {
    write("shared/src/viewer.ts", 90);
    write("shared/src/errors.ts", 80);
    const { passed, note } = await structureOutcome(root);
    expect({ passed, note }).toEqual({
      passed: true,
      note: "2 source files, half of them up to 80 lines, wanted under 70",
    });
  });

  it("sees what is not committed yet, and nothing that git ignores or that is gone", async () => {
    write("shared/src/geometry.ts", 1);
    write("scratch/notes.ts", 1);
    writeFileSync(join(root, ".gitignore"), "scratch/\n");
    expect(await structureOutcome(root)).toMatchObject({
      passed: false,
      output: expect.stringMatching(/^shared\/src\/geometry\.ts\n {4}\S/) as string,
    });
    execFileSync("git", ["add", "."], { cwd: root });
    rmSync(join(root, "shared/src/geometry.ts"));
    expect(await structureOutcome(root)).toMatchObject({ passed: true });
  });
});
