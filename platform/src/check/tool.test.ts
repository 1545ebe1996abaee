import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "./tool.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "convene-tool-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function run(code: string, signal = new AbortController().signal) {
  writeFileSync(join(root, "tool.cjs"), code);
  return runTool({ root, script: "tool.cjs", args: ["one", "two"], signal });
}

describe("a tool", () => {
  it("runs in the checkout with its arguments, and is heard on both its outputs", async () => {
    const { passed, output } = await run(
      "console.log(process.cwd(), ...process.argv.slice(2)); console.error('careful');",
    );
    expect(passed).toBe(true);
    expect(output).toContain(`${root} one two\n`);
    expect(output).toContain("careful\n");
  });

  it("has failed when it exits with anything but 0", async () => {
    expect(await run("console.log('wrong'); process.exitCode = 2;")).toEqual({
      passed: false,
      output: "wrong\n",
    });
  });

  it("has failed when somebody kills it, which is said", async () => {
    expect(await run("process.kill(process.pid, 'SIGKILL');")).toEqual({
      passed: false,
      output: "tool.cjs was ended by SIGKILL\n",
    });
  });

  it("ends with the command", async () => {
    const ending = new AbortController();
    const running = run("setInterval(() => {}, 1000);", ending.signal);
    ending.abort();
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
  });
});
