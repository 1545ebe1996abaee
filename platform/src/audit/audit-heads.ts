import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChainHead } from "@convene/shared/audit/audit-chain";
import { z } from "zod";
import { StartError } from "../postgres/start-error.ts";
import { systemCode } from "../postgres/system-error.ts";

const FILE = "audit-heads.json";

const headsSchema = z.record(z.string(), z.object({ sequence: z.int(), hash: z.string() }));

/** Where each service's chain ended when it was last verified. */
export type AuditHeads = Readonly<Record<string, ChainHead>>;

/**
 * They lie in the data folder and not in the database: whoever can write there could make a whole
 * chain anew, but not one that still holds the record that was noted here.
 */
export async function readHeads(dataFolder: string): Promise<AuditHeads> {
  const path = join(dataFolder, FILE);
  try {
    return headsSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return {};
    throw new StartError(`${path} cannot be read: mend it, or say --anew.`, { cause: error });
  }
}

export async function keepHeads(dataFolder: string, heads: AuditHeads): Promise<void> {
  const path = join(dataFolder, FILE);
  await writeFile(`${path}.new`, `${JSON.stringify(heads, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
