import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where the program's TypeScript lies, from the root of the checkout. */
const ROOMS = ["shared", "services", "gateway", "platform", "bench"];

/**
 * The program as JavaScript: a file for each entry, and files of what they share, so that a start
 * has not to find, read and translate hundreds of sources. Made once for each state of the sources,
 * in a second, and kept beside the installed packages.
 *
 * @returns the file to import for an entry, which is a path such as `platform/src/command/start.ts`
 */
export async function builtFile({ root, entries, entry }) {
  const home = join(root, "node_modules", ".cache", "convene-build");
  const folder = join(home, keyOf([process.version, ...entries, ...(await sourcesOf(root))]));
  if (!existsSync(folder)) await build({ root, entries, home, folder });
  return join(folder, entry.replace(/\.ts$/, ".js"));
}

async function build({ root, entries, home, folder }) {
  await mkdir(home, { recursive: true });
  const esbuild = await import("esbuild");
  const partial = `${folder}.${process.pid}`;
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries.filter((entry) => existsSync(join(root, entry))),
    outbase: root,
    outdir: partial,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: `node${process.versions.node}`,
    keepNames: true,
    sourcemap: "linked",
    tsconfig: join(root, "tsconfig.json"),
    plugins: [installedStaysOutside(root), placeOfSource],
    logLevel: "error",
  });
  await rename(partial, folder).catch(async (error) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another start was faster
  });
  await removeOld(home, basename(folder));
}

/**
 * The packages of this checkout are taken in; those that npm installed are imported from there. Of
 * one that npm has put beside the package that wants it, the place is written down: what is built
 * lies elsewhere and would not find it.
 */
const installedStaysOutside = (root) => ({
  name: "installed-stays-outside",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      const isOurs = kind === "entry-point" || path.startsWith("@convene/");
      if (isOurs || pluginData === FOUND_ELSEWHERE) return null;
      if (isBuiltin(path) || existsSync(join(root, "node_modules", packageOf(path)))) {
        return { path, external: true };
      }
      const found = await resolve(path, { kind, resolveDir, pluginData: FOUND_ELSEWHERE });
      if (found.errors.length > 0) return { path, external: true };
      return { path: pathToFileURL(found.path).href, external: true };
    });
  },
});

/** Keeps esbuild's own search from coming back here. */
const FOUND_ELSEWHERE = Symbol("found elsewhere");

/** `@scope/name` of `@scope/name/part`. */
const packageOf = (path) =>
  path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");

/** A source finds the files beside it by its own place, and not by that of what is built. */
const placeOfSource = {
  name: "place-of-source",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (!text.includes("import.meta.")) return null;
      const contents = text
        .replaceAll("import.meta.dirname", () => JSON.stringify(dirname(path)))
        .replaceAll("import.meta.url", () => JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: "ts" };
    });
  },
};

const keyOf = (parts) => createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);

/** Every source with its size and the time of its last change. */
async function sourcesOf(root) {
  const rooms = ROOMS.map((room) => join(root, room)).filter((room) => existsSync(room));
  const found = await Promise.all(rooms.map(sourcesIn));
  return found.flat().sort();
}

async function sourcesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "node_modules" ? [] : sourcesIn(path);
      if (!/\.(ts|json)$/.test(entry.name)) return [];
      const { size, mtimeMs } = await stat(path);
      return [`${path} ${size} ${mtimeMs}`];
    }),
  );
  return found.flat();
}

/** A day later nobody runs any more, or reads on, what was built of another state. */
const OLD = 24 * 60 * 60 * 1000;

async function removeOld(home, kept) {
  for (const name of await readdir(home)) {
    const { mtimeMs } = await stat(join(home, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (name === kept || Date.now() - mtimeMs < OLD) continue;
    await rm(join(home, name), { recursive: true, force: true });
  }
}
