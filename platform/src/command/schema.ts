import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { apiSchemaOf } from "../check/api-schema.ts";
import { freshSchemas, type SchemaFile } from "../check/schema-files.ts";
import { manifestFile } from "../check/manifest-file.ts";
import { permissionDocument } from "../permission/permission-document.ts";
import { permissionGaps } from "../permission/permission-gaps.ts";
import { permissionTable } from "../permission/permission-table.ts";
import { StartError } from "../postgres/start-error.ts";
import { definitions } from "../runtime/services.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * `npm run schema [-- --check]`: writes the committed schemas, the table of permissions and the
 * trusted documents, or only says which are stale.
 */
export function run(args: readonly string[]): Promise<number> {
  const { check } = readOptions(args);
  requireAllServices();
  const schemas = freshSchemas(Object.values(definitions));
  const files = [...schemas, permissionFile(schemas), manifestFile(root)];
  const stale = files.filter((file) => !isFresh(file));
  for (const file of stale) {
    if (!check) writeFileSync(join(root, file.path), file.text);
    process.stdout.write(`${file.path} ${check ? "is stale: npm run schema" : "is written"}\n`);
  }
  if (stale.length === 0)
    process.stdout.write(
      "Every schema, the table of permissions and the trusted documents are as the code says.\n",
    );
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

/** A graph of which the table does not tell everything is not written down. */
function permissionFile(schemas: readonly SchemaFile[]): SchemaFile {
  const rows = permissionTable(Object.values(definitions));
  const gaps = permissionGaps(apiSchemaOf(schemas.at(-1)?.text ?? ""), rows);
  if (gaps.length > 0) throw new StartError(`${gaps.join(".\n")}.`);
  return { path: "docs/permissions.md", text: permissionDocument(rows) };
}

const isFresh = ({ path, text }: SchemaFile): boolean => {
  const file = join(root, path);
  return existsSync(file) && readFileSync(file, "utf8") === text;
};
