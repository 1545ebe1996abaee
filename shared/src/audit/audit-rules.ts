/** How the audit log reads the rows of one table. Without a rule: whole, and as they are. */
export interface AuditedTable {
  /** Columns that make a row; `id` unless told. */
  readonly key?: readonly string[];
  /** The column of whose person the personal values are; the row itself unless told. */
  readonly subject?: string;
  /** Columns that are recorded encrypted, by the key of that person. */
  readonly personal?: readonly string[];
  /** Columns that are never recorded: secrets, and what is noted at every use. */
  readonly unrecorded?: readonly string[];
  /** The column of who has written the row, where nobody is signed in yet. */
  readonly actor?: string;
  /** With a row the keys of these columns' values end: to delete it is to erase. */
  readonly ends?: readonly string[];
}

/** What a service's audit log leaves out, and how it reads the rest: every other table is recorded. */
export interface AuditRules {
  /** Tables that hold nothing of the service's own, or nothing that is a record. */
  readonly apart?: readonly string[];
  readonly tables?: Readonly<Record<string, AuditedTable>>;
}

/** What every service has, and nobody writes as a record. */
const ALWAYS_APART = [
  ...["migration", "typeorm_metadata", "outbox", "feed_position", "feed_refusal"],
  ...["idempotency_key", "audit_pending", "audit_record", "audit_key"],
  // The bytes of a file, and the report on its rows: the import itself is recorded.
  ...["import_chunk", "import_problem"],
];

const EVERYWHERE: Readonly<Record<string, AuditedTable>> = {
  file_import: { unrecorded: ["upload_token", "bytes_read", "rows_read"] },
};

export const isApart = ({ apart = [] }: AuditRules, table: string): boolean =>
  ALWAYS_APART.includes(table) || apart.includes(table);

export const ruleOf = ({ tables = {} }: AuditRules, table: string): AuditedTable =>
  tables[table] ?? EVERYWHERE[table] ?? {};
