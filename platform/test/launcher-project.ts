import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const bin = fileURLToPath(new URL("../bin", import.meta.url));

/** esbuild as the launcher asks for it, from this checkout: the project then needs no network. */
const esbuild = createRequire(import.meta.url).resolve("esbuild");

export interface ProjectOptions {
  /** The body of `run(args, signal)` of the command `start`. */
  readonly start?: string;
  /** Those of `run`, when not both. */
  readonly parameters?: string;
}

/** A checkout in small: the real launcher, one command, two packages that npm really installs. */
export function createProject({
  start = "",
  parameters = "args: readonly string[], signal: AbortSignal",
}: ProjectOptions = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "convene-launcher-")));
  cpSync((packed ??= createPacked()), root, { recursive: true });
  cpSync(bin, join(root, "platform", "bin"), { recursive: true });
  write(root, {
    "platform/src/command/start.ts": `export async function run(${parameters}) {${start}}`,
  });
  return root;
}

/** What is the same in every project, since npm takes seconds for it. */
let packed: string | null = null;

export function removeProjects(roots: readonly string[]): void {
  for (const root of packed === null ? roots : [...roots, packed]) {
    rmSync(root, { recursive: true, force: true });
  }
}

function createPacked(): string {
  const root = mkdtempSync(join(tmpdir(), "convene-launcher-packed-"));
  write(root, {
    "tsconfig.json": "{}",
    "esbuild/package.json": manifest("esbuild", { exports: "./build.mjs" }),
    "esbuild/build.mjs": `export * from ${JSON.stringify(pathToFileURL(esbuild).href)};`,
    "tiny/package.json": manifest("tiny"),
  });
  npm(root, "pack", "./tiny");
  const dependencies = { esbuild: "file:esbuild", tiny: "file:tiny-1.0.0.tgz" };
  write(root, { "package.json": manifest("project", { type: "module", dependencies }) });
  npm(root, "install", "--package-lock-only", "--offline");
  return root;
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const manifest = (name: string, more: object = {}): string =>
  JSON.stringify({ name, version: "1.0.0", private: true, ...more });

const npm = (cwd: string, ...args: string[]) =>
  execFileSync("npm", [...args, "--loglevel=error"], { cwd, stdio: "pipe" });

export interface Launched {
  readonly child: ChildProcess;
  /** Both streams, in the order in which they were written. */
  readonly output: () => string;
  readonly ended: Promise<{ code: number | null; output: string }>;
}

export interface LaunchOptions {
  readonly args?: readonly string[];
  readonly flags?: readonly string[];
}

export function launch(root: string, options: LaunchOptions = {}): Launched {
  const { args = ["start"], flags = [] } = options;
  const script = join(root, "platform", "bin", "convene.mjs");
  // Not in the project's folder: the launcher must find it by itself.
  const child = spawn(process.execPath, [...flags, script, ...args], { cwd: tmpdir() });
  let output = "";
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on("close", (code) => {
      resolve({ code, output });
    });
  });
  return { child, output: () => output, ended };
}
