import type { DataSource } from "typeorm";
import { forbidden } from "../errors.ts";
import { isAdmin, type Viewer } from "../viewer.ts";
import {
  FOUNDATION,
  type PersonalRecords,
  type PersonalTable,
  type Subject,
} from "./personal-table.ts";
import { says, wholeWords } from "./forget-mentions.ts";

/** They themselves, signed in by no key or link; and administrators, for whoever asks by letter. */
const canReadPersonalData = (viewer: Viewer | null, person: string): boolean =>
  viewer !== null && viewer.kind === "account" && (viewer.person === person || isAdmin(viewer));

export function requireReader(viewer: Viewer | null, person: string): void {
  if (canReadPersonalData(viewer, person)) return;
  throw forbidden("Only they themselves are told what is held of a person: sign in, by no key");
}

interface Asked {
  readonly subject: Subject;
  /** Whether they ask themselves: others are not told what is private to them. */
  readonly isOwn: boolean;
}

export interface Holding {
  readonly db: DataSource;
  readonly tables: readonly PersonalTable[];
  /** The schema of its jobs; null where it has none. */
  readonly jobs: string | null;
}

/** All that a service holds of somebody, but secrets. Tables in which nothing stands are left out. */
export async function collectRecords(holding: Holding, asked: Asked): Promise<PersonalRecords> {
  const { db, tables, jobs } = holding;
  const found: [string, readonly object[]][] = [];
  for (const table of [...tables, ...FOUNDATION]) {
    const rows = await rowsOf(db, table, asked.subject);
    const isUntold = table.isPrivate === true && !asked.isOwn && rows.length > 0;
    found.push([table.title, isUntold ? [{ count: rows.length }] : rows]);
  }
  if (jobs !== null) found.push(["jobs", await jobsOf(db, jobs, asked)]);
  return Object.fromEntries(
    found.flatMap(([title, rows]) =>
      rows.length === 0 ? [] : [[title, rows.map((row) => readable(row))] as const],
    ),
  );
}

async function rowsOf(db: DataSource, table: PersonalTable, subject: Subject): Promise<object[]> {
  const { person = [], account = [], address = [], within = [], leftOut } = table;
  const { secret = [], present = [] } = table;
  const conditions = [
    ...person.map((column) => `t."${column}" = $1`),
    ...account.map((column) => `t."${column}" = ANY($2::text[])`),
    ...address.map((column) => `lower(t."${column}") = ANY($3::text[])`),
    ...within.map((column) => says(`to_jsonb(t."${column}")`, "$5")),
  ];
  if (conditions.length === 0) return [];
  const told = present.map(
    (name) => ` || jsonb_build_object('has_${name}', t."${name}" IS NOT NULL)`,
  );
  const isTold = leftOut ? `t."${leftOut.column}" <> '${leftOut.value}'` : "true";
  const rows = await db.query<{ row: object }[]>(
    `SELECT to_jsonb(t) - $4::text[]${told.join("")} AS row FROM "${table.table}" AS t
     WHERE (${conditions.join(" OR ")}) AND ${isTold}
       AND $1::text IS NOT NULL AND $2::text[] IS NOT NULL AND $3::text[] IS NOT NULL
       AND $5::text IS NOT NULL ORDER BY to_jsonb(t)::text`,
    [
      ...[subject.person, subject.accounts, subject.addresses, [...secret, ...present]],
      wordsOf(subject),
    ],
  );
  return rows.map(({ row }) => row);
}

/** Jobs that wait, or are remembered: a mail to them, say. What is in it is told to them alone. */
async function jobsOf(
  db: DataSource,
  schema: string,
  { subject, isOwn }: Asked,
): Promise<object[]> {
  const data = isOwn ? ", 'data', t.data->'data'" : "";
  const rows = await db.query<{ row: object }[]>(
    ["job", "archive"]
      .map(
        (table) => `SELECT jsonb_build_object('kind', t.data->>'kind', 'state', t.state,
            'created_on', t.created_on${data}) AS row
          FROM ${schema}.${table} AS t WHERE ${says("t.data", "$1")}`,
      )
      .join(" UNION ALL "),
    [wordsOf(subject)],
  );
  return rows.map(({ row }) => row);
}

const wordsOf = ({ person, accounts, addresses }: Subject): string =>
  wholeWords([person, ...accounts, ...addresses]);

/** As the graph writes names. */
const readable = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [
      name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
