import type { DataSource } from "typeorm";
import { forbidden } from "../errors.ts";
import { isAdmin, type Viewer } from "../viewer.ts";
import {
  FOUNDATION,
  type PersonalRecords,
  type PersonalTable,
  type Subject,
} from "./personal-table.ts";

/** They themselves, signed in by no key or link; and administrators, for whoever asks by letter. */
const canReadPersonalData = (viewer: Viewer | null, person: string): boolean =>
  viewer !== null && viewer.kind === "account" && (viewer.person === person || isAdmin(viewer));

export function requireReader(viewer: Viewer | null, person: string): void {
  if (canReadPersonalData(viewer, person)) return;
  throw forbidden("Only they themselves are told what is held of a person: sign in, by no key");
}

export interface Holding {
  readonly db: DataSource;
  readonly tables: readonly PersonalTable[];
  /** The schema of its jobs; null where it has none. */
  readonly jobs: string | null;
}

/** All that a service holds of somebody, but secrets. Tables in which nothing stands are left out. */
export async function collectRecords(holding: Holding, subject: Subject): Promise<PersonalRecords> {
  const found: [string, readonly object[]][] = [];
  for (const table of [...holding.tables, ...FOUNDATION]) {
    found.push([table.title, await rowsOf(holding.db, table, subject)]);
  }
  if (holding.jobs !== null) found.push(["jobs", await jobsOf(holding.db, holding.jobs, subject)]);
  return Object.fromEntries(
    found.flatMap(([title, rows]) =>
      rows.length === 0 ? [] : [[title, rows.map((row) => readable(row))] as const],
    ),
  );
}

async function rowsOf(db: DataSource, table: PersonalTable, subject: Subject): Promise<object[]> {
  const { person = [], account = [], address = [], within = [], secret = [] } = table;
  const conditions = [
    ...person.map((column) => `t."${column}" = $1`),
    ...account.map((column) => `t."${column}" = ANY($2::text[])`),
    ...address.map((column) => `lower(t."${column}") = ANY($3::text[])`),
    ...within.map((column) => mentions(`t."${column}"::text`)),
  ];
  if (conditions.length === 0) return [];
  const rows = await db.query<{ row: object }[]>(
    `SELECT to_jsonb(t) - $4::text[] AS row FROM "${table.table}" AS t
     WHERE (${conditions.join(" OR ")}) AND $1::text IS NOT NULL AND $2::text[] IS NOT NULL
       AND $3::text[] IS NOT NULL ORDER BY to_jsonb(t)::text`,
    [subject.person, subject.accounts, subject.addresses, secret],
  );
  return rows.map(({ row }) => row);
}

/** Jobs that wait, or are remembered: a mail to them, say. */
async function jobsOf(db: DataSource, schema: string, subject: Subject): Promise<object[]> {
  const rows = await db.query<{ row: object }[]>(
    ["job", "archive"]
      .map(
        (table) => `SELECT jsonb_build_object('kind', t.data->>'kind', 'state', t.state,
            'created_on', t.created_on, 'data', t.data->'data') AS row
          FROM ${schema}.${table} AS t WHERE ${mentions("t.data::text")}`,
      )
      .join(" UNION ALL "),
    [subject.person, subject.accounts, subject.addresses],
  );
  return rows.map(({ row }) => row);
}

/** Ids and addresses are long enough that nothing else holds one by chance. */
const mentions = (text: string): string =>
  `EXISTS (SELECT 1 FROM unnest($2::text[] || $3::text[] || $1::text) AS said (word)
    WHERE position(lower(said.word) IN lower(${text})) > 0)`;

/** As the graph writes names. */
const readable = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [
      name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
