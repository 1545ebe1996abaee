import { merging as searches } from "@convene/discovery/organisation-merge/search-edges.repository";
import { merging as meetings } from "@convene/meetings/organisation-merge/meeting-edges.repository";
import { merging as practices } from "@convene/practices/organisation-merge/practice-edges.repository";
import type { Merging } from "@convene/shared/merge/merging";
import { namesOf } from "@convene/shared/removal/survey";
import { merging as directory } from "@convene/stakeholders/organisation-merge/stakeholder-edges.repository";
import { merging as groups } from "@convene/working-groups/organisation-merge/group-edges.repository";
import type { Client } from "pg";
import { type ServiceName, serviceNames, type Services } from "../src/runtime/services.ts";

/** What each service moves when organisations are merged. */
const MERGINGS: Partial<Record<ServiceName, Merging>> = {
  ...{ stakeholders: directory, "working-groups": groups, meetings, practices },
  discovery: searches,
};

/** What names an organisation and is not moved by a merge, and why. */
const UNMOVED: readonly (readonly [columns: RegExp, because: string])[] = [
  [/\.(outbox|audit_record|audit_pending|audit_key|idempotency_key)\./, "it says what was"],
  [/\.(standing_merge|moved_edge)\./, "it is the merge"],
  [/^stakeholders\.(organisation_merge\.|organisation\.(id|merged_into_id)$)/, "it is the merge"],
  [/^stakeholders\.organisation_profile\./, "it is what the record was"],
  [/^stakeholders\.report\.(about|owners)$/, "it is about the record that was reported"],
  [/\.organisations$|^stakeholders\.person\.role_organisations$/, "it follows the edges"],
  [/_(replica|document)\.|^(practices|working_groups)\.organisation\./, "its owner tells it anew"],
  [/^discovery\.(tie|organisation_term)\./, "its owner tells it anew"],
  [/^identity\.invitation\.organisation$/, "its owner tells it anew"],
  [/^identity\.notice\.id$/, "it says what was told"],
];

const SCHEMAS = serviceNames.map((name) => name.replaceAll("-", "_"));
const ORGANISATION = "org_[0-9a-hjkmnp-tv-z]{26}";
/** Names that a column with an organisation in it has, also while it is empty. */
const TELLING = /(^|_)(organisations?|presenter|holder|seeker)(_id)?$/;

/** The columns that a merge moves, by `schema.table`. */
export function movedColumns(services: Services): ReadonlyMap<string, readonly string[]> {
  const moved = new Map<string, string[]>();
  for (const [name, { edges }] of Object.entries(MERGINGS)) {
    const { manager } = services[name as ServiceName].parts.db;
    for (const { entity, properties } of edges) {
      const { table, column } = namesOf(manager, entity);
      const place = `${name.replaceAll("-", "_")}.${table}`;
      moved.set(place, [...(moved.get(place) ?? []), ...properties.map(column)]);
    }
  }
  return moved;
}

/** Every column that names an organisation, or may, and that a merge neither moves nor may leave. */
export async function forgottenColumns(database: Client, services: Services): Promise<string[]> {
  const moved = movedColumns(services);
  const { rows: columns } = await database.query<Record<"place" | "column", string>>(
    `SELECT table_schema || '.' || table_name AS place, column_name AS column
     FROM information_schema.columns JOIN pg_tables ON schemaname = table_schema
       AND tablename = table_name WHERE table_schema = ANY($1)
       AND data_type IN ('text', 'ARRAY', 'jsonb', 'character varying') ORDER BY 1, 2`,
    [SCHEMAS],
  );
  const forgotten: string[] = [];
  for (const { place, column } of columns) {
    const name = `${place}.${column}`;
    if (moved.get(place)?.includes(column) || UNMOVED.some(([those]) => those.test(name))) continue;
    const sql = `SELECT 1 FROM ${place} WHERE "${column}"::text ~ $1 LIMIT 1`;
    const holds = TELLING.test(column) || (await database.query(sql, [ORGANISATION])).rowCount;
    if (holds) forgotten.push(name);
  }
  return forgotten;
}

/** Every row of every table that a merge touches: by what it names, each as it is called, and by what it is known. */
export async function edgesNow(
  database: Client,
  services: Services,
  called: (id: string) => string,
): Promise<string[]> {
  const edges: string[] = [];
  for (const place of movedColumns(services).keys()) {
    const { rows } = await database.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${place} AS t`,
    );
    const renamed = JSON.parse(called(JSON.stringify(rows))) as typeof rows;
    edges.push(...renamed.map(({ row }) => `${place} ${JSON.stringify(edgeOf(row))}`));
  }
  return edges.sort();
}

/** Partners have no order. */
function edgeOf(row: Readonly<Record<string, unknown>>): object {
  const known = Object.entries(row).filter(([name]) => /id$|^(scheme|value|role)$/.test(name));
  if (row["type"] !== "PARTNER") return Object.fromEntries(known);
  const ends = [row["source_id"], row["target_id"]].map(String).sort();
  return { ...Object.fromEntries(known), source_id: ends[0], target_id: ends[1] };
}
