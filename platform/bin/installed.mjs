import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** npm leaves out what is made for another machine. */
function isForHere({ os, cpu }) {
  const matches = (list, mine) =>
    !list ||
    ((list.includes(mine) || !list.some((item) => !item.startsWith("!"))) &&
      !list.includes(`!${mine}`));
  return matches(os, process.platform) && matches(cpu, process.arch);
}

/** The packages that package-lock.json asks for, by their folder; null when there is no lock. */
export function wantedPackages(root) {
  const lock = readJson(join(root, "package-lock.json"));
  if (!lock) return null;
  return Object.entries(lock.packages ?? {}).filter(
    ([path, entry]) => path.includes("node_modules/") && isForHere(entry),
  );
}

const isThere = (root, [path, { link }]) =>
  existsSync(join(root, path, link ? "" : "package.json"));

export const countInstalled = (root, packages) =>
  packages.filter((wanted) => isThere(root, wanted)).length;

const recordFile = (root) => join(root, "node_modules", ".package-lock.json");
const leftOutFile = (root) => join(root, "node_modules", ".convene-left-out.json");

/** The packages that are missing or of another version than package-lock.json says. */
function findMissing(root, record) {
  const wanted = wantedPackages(root) ?? [];
  const missing = wanted.filter(([path, entry]) => {
    const found = record[path];
    if (!found) return !(entry.optional || entry.devOptional || entry.peer);
    const same = found.version === entry.version && found.integrity === entry.integrity;
    return !same || !isThere(root, [path, entry]);
  });
  return missing.map(([path]) => path);
}

/**
 * Whether node_modules is what package-lock.json asks for. npm writes its own record at the end of
 * an installation, so one that was cut off has none; and every package is looked for, in case some
 * were removed since. This takes about ten milliseconds.
 */
export function isInstalled(root) {
  const record = readJson(recordFile(root))?.packages;
  if (!record) return false;
  const leftOut = readJson(leftOutFile(root)) ?? [];
  return findMissing(root, record).every((path) => leftOut.includes(path));
}

/** What npm leaves out on this machine although all went well is not asked for at every start. */
export function rememberLeftOut(root) {
  const missing = findMissing(root, readJson(recordFile(root))?.packages ?? {});
  if (missing.length > 0) writeFileSync(leftOutFile(root), JSON.stringify(missing));
}
