import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileAt, findBase } from "./base.ts";
import { acknowledgedChanges, compareSupergraphs, type SchemaChanges } from "./breaking-changes.ts";
import type { Outcome } from "./checking.ts";

const SUPERGRAPH = "gateway/supergraph.graphql";
const ACKNOWLEDGED = "gateway/breaking-changes.json";

/** What this state of the graph breaks for clients of the base; `given` is CONVENE_BASE. */
export async function breakingChangesOutcome(
  root: string,
  given: string | undefined,
): Promise<Outcome> {
  const base = await findBase(root, SUPERGRAPH, given);
  if (base === null) return nothingToCompare("no commit to compare with");
  const before = await fileAt(root, base, SUPERGRAPH);
  if (before === null) return nothingToCompare(`${base.name} has no supergraph yet`);
  const after = readFileSync(join(root, SUPERGRAPH), "utf8");
  const changes = await compareSupergraphs(before, after, readAcknowledged(root));
  return {
    passed: changes.breaking.length === 0,
    note: `${summary(changes)} since ${base.name}`,
    output: explain(changes),
  };
}

const nothingToCompare = (note: string): Outcome => ({ passed: true, note, output: "" });

function readAcknowledged(root: string) {
  const file = join(root, ACKNOWLEDGED);
  if (!existsSync(file)) return [];
  return acknowledgedChanges.parse(JSON.parse(readFileSync(file, "utf8")));
}

function summary({ safe, dangerous, acknowledged, breaking }: SchemaChanges): string {
  const broken = breaking.length + acknowledged;
  if (safe + dangerous + broken === 0) return "no change";
  const known = acknowledged === 0 ? "" : ` (${acknowledged} acknowledged)`;
  return `${safe} safe, ${dangerous} dangerous, ${broken} breaking${known}`;
}

function explain({ breaking }: SchemaChanges): string {
  const lines = breaking.map(({ type, path, message }) => `${type} ${path ?? ""}\n    ${message}`);
  return [
    ...lines,
    `Keep the old beside the new and deprecate it; or, where this is on purpose, add`,
    `{ "type", "path", "instead" } to ${ACKNOWLEDGED}.`,
  ].join("\n");
}
