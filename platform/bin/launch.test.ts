import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jest } from "@jest/globals";
import {
  type ProjectOptions,
  createProject,
  launch,
  removeProjects,
} from "../test/launcher-project.ts";
import { eventually } from "../test/postgres-process.ts";

// Real installations by npm, of packages that are on this disk.
jest.setTimeout(90_000);

const projects: string[] = [];

afterAll(() => {
  removeProjects(projects);
});

function project(options?: ProjectOptions): string {
  const root = createProject(options);
  projects.push(root);
  return root;
}

const run = (root: string, ...args: string[]) => launch(root, { args }).ended;

/** Shown alone: one line with the mark of an error, and no stack. */
const SENTENCE = /^✗ [^\n]+\.\n$/;

describe("installing", () => {
  const start = `process.stdout.write("ran " + args.join(" ") + "\\n"); return 7;`;

  it("installs what is missing, shows it, runs the command and keeps its exit code", async () => {
    const root = project({ start });
    const first = await run(root, "start", "--empty", "two words");
    expect(first.output).toMatch(
      /^Installing packages …\n✓ Installed 2 packages in \d+ s\nran --empty two words\n$/,
    );
    expect(first.code).toBe(7);
    await expect(run(root, "start")).resolves.toEqual({ code: 7, output: "ran \n" });
  });

  it("completes an installation that was cut off, and one that lost a package", async () => {
    const root = project({ start });
    await run(root, "start");
    const record = join(root, "node_modules", ".package-lock.json");
    const tiny = join(root, "node_modules", "tiny", "package.json");
    for (const lost of [record, tiny]) {
      rmSync(lost);
      const { output } = await run(root, "start");
      expect(output).toContain("Installed 2 packages");
      expect(existsSync(lost)).toBe(true);
    }
  });

  it("installs again when package-lock.json has changed", async () => {
    const root = project({ start });
    await run(root, "start");
    const record = join(root, "node_modules", ".package-lock.json");
    writeFileSync(record, readFileSync(record, "utf8").replace("sha512-", "sha512-x"));
    const { output } = await run(root, "start");
    expect(output).toContain("Installed 2 packages");
  });

  it("fills in what package-lock.json lacks, and leaves the file as it is", async () => {
    const root = project({ start });
    const file = join(root, "package-lock.json");
    const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, object> };
    delete lock.packages["node_modules/tiny"];
    const incomplete = JSON.stringify(lock);
    writeFileSync(file, incomplete);
    await expect(run(root, "start")).resolves.toMatchObject({ code: 7 });
    expect(existsSync(join(root, "node_modules", "tiny", "package.json"))).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(incomplete);
    await expect(run(root, "start")).resolves.toEqual({ code: 7, output: "ran \n" });
  });

  it("installs once when two are started at once, and runs both", async () => {
    const root = project({ start });
    const both = await Promise.all([run(root, "start", "a"), run(root, "start", "b")]);
    const output = both.map((one) => one.output).join("");
    expect(output.match(/Installed 2 packages/g)).toHaveLength(1);
    expect(output).toContain("Another start of Convene is installing the packages");
    expect(both.map(({ code }) => code)).toEqual([7, 7]);
    expect(output).toMatch(/ran a\n/);
    expect(output).toMatch(/ran b\n/);
  });

  it("says in one sentence that it is offline", async () => {
    const root = project({ start });
    const lock = join(root, "package-lock.json");
    const offline = JSON.parse(readFileSync(lock, "utf8")) as {
      packages: Record<string, { resolved?: string; integrity?: string }>;
    };
    const tiny = offline.packages["node_modules/tiny"];
    expect(tiny).toBeDefined();
    Object.assign(tiny ?? {}, {
      resolved: "http://127.0.0.1:9/tiny-1.0.0.tgz",
      integrity: `sha512-${Buffer.alloc(64, projects.length).toString("base64")}`,
    });
    writeFileSync(lock, JSON.stringify(offline).replaceAll("file:tiny-1.0.0.tgz", "1.0.0"));
    const manifest = join(root, "package.json");
    const text = readFileSync(manifest, "utf8").replace("file:tiny-1.0.0.tgz", "1.0.0");
    writeFileSync(manifest, text);
    const { code, output } = await run(root, "start");
    expect(code).toBe(1);
    expect(output).toContain("127.0.0.1 cannot be reached (ECONNREFUSED)");
    expect(output.replace("Installing packages …\n", "")).toMatch(SENTENCE);
  });
});

describe("running", () => {
  const waiting = `
    process.stdout.write("waiting\\n");
    const alive = setInterval(() => undefined, 1000);
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    process.stdout.write("ending\\n");
    await new Promise((resolve) => setTimeout(resolve, 300));
    clearInterval(alive);
    process.stdout.write("ended\\n");`;

  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends a command once on %s, although npm sends it a second time",
    async (signal) => {
      const launched = launch(project({ start: `${waiting} return 0;` }));
      await eventually(() => launched.output().includes("waiting") || undefined);
      launched.child.kill(signal);
      launched.child.kill(signal);
      const { code, output } = await launched.ended;
      expect(output.slice(output.indexOf("waiting"))).toBe("waiting\nending\nended\n");
      expect(code).toBe(0);
    },
  );

  it("gives the exit code of the signal when the command leaves it open", async () => {
    const launched = launch(project({ start: waiting }));
    await eventually(() => launched.output().includes("waiting") || undefined);
    launched.child.kill("SIGINT");
    await expect(launched.ended).resolves.toMatchObject({ code: 130 });
  });

  it("ends a command that takes no signal at once", async () => {
    const root = project({
      parameters: "",
      start: `process.stdout.write("busy\\n"); for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 50)); }`,
    });
    const launched = launch(root);
    await eventually(() => launched.output().includes("busy") || undefined);
    launched.child.kill("SIGINT");
    await expect(launched.ended).resolves.toMatchObject({ code: 130 });
  });

  it("shows a sentence for what a person can put right, and a stack for a bug", async () => {
    const start = `
      const error = new Error("The port 4000 is taken.");
      if (args[0] === "known") error.name = "StartError";
      throw error;`;
    const root = project({ start });
    await run(root, "start");
    const known = await run(root, "start", "known");
    expect(known).toEqual({ code: 1, output: "✗ The port 4000 is taken.\n" });
    const bug = await run(root, "start");
    expect(bug.code).toBe(1);
    expect(bug.output).toMatch(/The port 4000 is taken\.\n\s+at run .*start\.ts:/);
  });

  it("names the commands when it does not know one, and installs nothing for it", async () => {
    const { code, output } = await run(project(), "strat");
    expect(code).toBe(1);
    expect(output).toMatch(SENTENCE);
    expect(output).toContain("the commands are start, import");
  });

  it("names the Node that it needs when it finds an older one", async () => {
    const old = `Object.defineProperty(process, "versions", { value: { node: "20.18.3" } })`;
    const flags = ["--import", `data:text/javascript,${encodeURIComponent(old)}`];
    const { code, output } = await launch(project(), { flags }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(
      /^Convene needs Node\.js 20\.19 or later, and this is 20\.18\.3:[^\n]+\n$/,
    );
  });
});
