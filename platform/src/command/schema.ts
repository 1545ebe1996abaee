import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { freshSchemas, type SchemaFile } from "../check/schema-files.ts";
import { StartError } from "../postgres/start-error.ts";
import { definitions } from "../runtime/services.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** `npm run schema [-- --check]`: writes the committed schemas, or only says which are stale. */
export function run(args: readonly string[]): Promise<number> {
  const { check } = readOptions(args);
  requireAllServices();
  const stale = freshSchemas(Object.values(definitions)).filter((file) => !isFresh(file));
  for (const file of stale) {
    if (!check) writeFileSync(join(root, file.path), file.text);
    process.stdout.write(`${file.path} ${check ? "is stale: npm run schema" : "is written"}\n`);
  }
  if (stale.length === 0) process.stdout.write("Every schema is as the code says.\n");
  return Promise.resolve(check && stale.length > 0 ? 1 : 0);
}

function readOptions(args: readonly string[]): { readonly check: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { check: { type: "boolean", default: false } },
    });
    return values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`${reason}. npm run schema takes --check, and nothing else.`);
  }
}

/** A service that nobody starts would have a schema that nobody proves. */
function requireAllServices(): void {
  const folders = readdirSync(join(root, "services"));
  const forgotten = folders.filter((name) => !Object.hasOwn(definitions, name));
  if (forgotten.length === 0) return;
  throw new StartError(
    `The platform starts no ${forgotten.join(", ")}: add it to runtime/services.ts.`,
  );
}

const isFresh = ({ path, text }: SchemaFile): boolean => {
  const file = join(root, path);
  return existsSync(file) && readFileSync(file, "utf8") === text;
};
