import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestOf } from "@convene/gateway/operation/trusted-documents";
import type { SchemaFile } from "./schema-files.ts";

/** Where documents of the product stand: those of the README, and those of the web application. */
const FOLDERS = ["docs/queries", "web/src"];

/** The documents that a gateway knows by their hashes, each as its file has it. */
export function manifestFile(root: string): SchemaFile {
  const texts = FOLDERS.map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".graphql"))
        .map((path) => readFileSync(join(folder, path), "utf8")),
    );
  const manifest = Object.entries(manifestOf(texts)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = `${JSON.stringify(Object.fromEntries(manifest), null, 2)}\n`;
  return { path: "gateway/trusted-documents.json", text };
}
