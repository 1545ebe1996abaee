import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { breakingChangesOutcome } from "./breaking-changes-check.ts";

let root: string;

const git = (...args: string[]) => {
  const who = ["-c", "user.name=Someone", "-c", "user.email=someone@example.org"];
  execFileSync("git", [...who, ...args], { cwd: root, stdio: "pipe" });
};
const write = (path: string, text: string) => {
  writeFileSync(join(root, path), text);
};
const writeGraph = (fields: string) => {
  write("gateway/supergraph.graphql", `type Query { ${fields} }\n`);
};
const commit = (fields: string) => {
  writeGraph(fields);
  git("add", ".");
  git("commit", "--quiet", "--allow-empty", "-m", fields);
};
const outcome = (base?: string) => breakingChangesOutcome(root, base);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "convene-base-"));
  mkdirSync(join(root, "gateway"));
  git("init", "--quiet", "--initial-branch=main");
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("the base of the breaking changes", () => {
  it("is missing in the first commit, which is said and is no failure", async () => {
    commit("a: Int");
    expect(await outcome()).toMatchObject({ passed: true, note: "no commit to compare with" });
  });

  it("may have no supergraph yet, which is said as well", async () => {
    git("commit", "--quiet", "--allow-empty", "-m", "Begin");
    commit("a: Int");
    expect(await outcome()).toMatchObject({
      passed: true,
      note: expect.stringMatching(/^HEAD~1 \([0-9a-f]{7}\) has no supergraph yet$/) as string,
    });
  });

  it("is the last commit for what is not committed, and else the commit before it", async () => {
    commit("a: Int b: Int");
    commit("a: Int");
    expect(await outcome()).toMatchObject({ passed: false });
    commit("a: Int");
    expect(await outcome()).toMatchObject({ passed: true });
    writeGraph("c: Int");
    const { passed, note, output } = await outcome();
    expect(passed).toBe(false);
    expect(note).toMatch(/^1 safe, 0 dangerous, 1 breaking since HEAD \(/);
    expect(output).toContain("FIELD_REMOVED Query.a");
  });

  it("is where the work left origin/main, however many commits ago", async () => {
    commit("a: Int b: Int");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    commit("b: Int");
    commit("b: Int c: Int");
    const { passed, note } = await outcome();
    expect(passed).toBe(false);
    expect(note).toMatch(/^1 safe, 0 dangerous, 1 breaking since origin\/main \(/);
  });

  it("is what CONVENE_BASE names, which has to exist", async () => {
    commit("a: Int");
    git("tag", "v1");
    commit("b: Int");
    commit("b: Int");
    expect(await outcome()).toMatchObject({ passed: true });
    expect(await outcome("v1")).toMatchObject({ passed: false });
    await expect(outcome("v2")).rejects.toThrow("CONVENE_BASE names v2");
  });

  it("forgives what the list beside the supergraph acknowledges", async () => {
    commit("a: Int b: Int");
    commit("a: Int");
    const known = [{ type: "FIELD_REMOVED", path: "Query.b", instead: "Ask for a" }];
    write("gateway/breaking-changes.json", JSON.stringify(known));
    expect(await outcome()).toMatchObject({ passed: true });
    write("gateway/breaking-changes.json", JSON.stringify([{ path: "Query.b" }]));
    await expect(outcome()).rejects.toThrow("instead");
  });
});
