import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { replaceFile } from "./durable-file.ts";
import { StartError } from "./start-error.ts";

const versionSchema = z.object({ version: z.string() });

/** The version of this Convene, such as `0.1.0`. */
export async function productVersion(): Promise<string> {
  const manifest = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  return versionSchema.parse(JSON.parse(manifest)).version;
}

/** Refuses a data folder that a newer Convene has worked on, and marks it as this one's. */
export async function claimDataVersion(home: string): Promise<void> {
  const file = join(home, "version.json");
  const ours = await productVersion();
  const found = await readVersion(file);
  if (found === ours) return;
  if (found !== null && compareVersions(found, ours) > 0) {
    throw new StartError(
      `The data in ${home} was last used by Convene ${found}, which is newer than this Convene ` +
        `${ours}: update Convene, or set CONVENE_DATA to another folder.`,
    );
  }
  await replaceFile(file, { text: `${JSON.stringify({ version: ours })}\n`, mode: 0o644 });
}

async function readVersion(file: string): Promise<string | null> {
  try {
    return versionSchema.parse(JSON.parse(await readFile(file, "utf8"))).version;
  } catch {
    return null; // a new folder, or a file that a full disk cut off
  }
}

/** By the numbers of `1.10.2`, so that 0.10 comes after 0.9. */
const compareVersions = (left: string, right: string): number =>
  left.localeCompare(right, "en", { numeric: true });
