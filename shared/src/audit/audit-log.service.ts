import sql, { empty, type Sql } from "sql-template-tag";
import type { DataSource } from "typeorm";
import { checkPage, Connection, type ConnectionArgs } from "../connection/connection.ts";
import { encodeCursor } from "../connection/cursor.ts";
import { behindSql, keyOfCursor, type OrderBy } from "../connection/keyset.ts";
import { whereSql } from "../connection/list.ts";
import { isAdmin, type Viewer } from "../viewer.ts";
import { asSealed, type AuditContent, contentSchema, sealedIn } from "./audit-content.ts";
import { AuditKeys } from "./audit-key.ts";
import { AuditAction, AuditKind } from "./audit-log.enum.ts";
import type { AuditFilterInput } from "./audit-log.inputs.ts";
import { AuditFieldChange, AuditRecord, AuditRowChange } from "./audit-log.type.ts";
import { type AuditRules, ruleOf } from "./audit-rules.ts";
import type { ReadNotes } from "./read-ledger.ts";

export interface AuditQuestion {
  readonly viewer: Viewer | null;
  readonly filter: AuditFilterInput | null;
  readonly args: ConnectionArgs;
  /** Who reads the log reads what is in it. */
  readonly reads: ReadNotes | undefined;
}

interface StoredRecord {
  readonly sequence: string;
  readonly content: string;
  readonly hash: string;
}

const NEWEST_FIRST: readonly OrderBy[] = [
  { column: "sequence", direction: "DESC", type: "bigint" },
];

/** What administrators read of the audit log of one service, the newest first. */
export class AuditLogService {
  constructor(
    private readonly db: DataSource,
    private readonly service: string,
    private readonly rules: AuditRules,
  ) {}

  /** Null for all but administrators. */
  async list({
    viewer,
    filter,
    args,
    reads,
  }: AuditQuestion): Promise<Connection<AuditRecord> | null> {
    if (!isAdmin(viewer)) return null;
    checkPage(args);
    const where = conditions(filter);
    const behind =
      args.after == null ? empty : behindSql(NEWEST_FIRST, keyOfCursor(NEWEST_FIRST, args.after));
    const { text, values } = sql`SELECT sequence, content, hash FROM audit_record
      ${whereSql([...where, behind])} ORDER BY sequence DESC LIMIT ${args.first + 1}`;
    const rows: StoredRecord[] = await this.db.query(text, values);
    const records = await this.read(rows.slice(0, args.first), reads);
    const edges = records.map((node) => ({ cursor: encodeCursor([node.sequence]), node }));
    const endCursor = edges.at(-1)?.cursor ?? null;
    return new Connection(edges, { hasNextPage: rows.length > args.first, endCursor }, async () => {
      const counted = sql`SELECT count(*)::integer AS count FROM audit_record ${whereSql(where)}`;
      const [row] = await this.db.query<{ count: number }[]>(counted.text, counted.values);
      return row?.count ?? 0;
    });
  }

  private async read(rows: readonly StoredRecord[], reads: ReadNotes | undefined) {
    const contents = rows.map(({ content, hash }) => ({
      hash,
      content: withoutUnrecorded(contentSchema.parse(JSON.parse(content)), this.rules),
    }));
    const subjects = contents.flatMap(({ content }) => sealedIn(content).map((one) => one.sealed));
    const keys = await AuditKeys.find(this.db, subjects);
    for (const id of new Set(subjects)) {
      reads?.note({ type: "AuditLog", id, field: this.service });
    }
    return contents.map(({ content, hash }) => recordOf(content, hash, keys));
  }
}

function conditions(filter: AuditFilterInput | null): Sql[] {
  if (filter === null) return [];
  const { kind, about, viewer, operation, requestId, since, until } = filter;
  return [
    kind == null ? empty : sql`kind = ${kind}`,
    about == null ? empty : sql`about @> to_jsonb(${about}::text)`,
    viewer == null ? empty : sql`viewer_id = ${viewer}`,
    operation == null ? empty : sql`operation = ${operation}`,
    requestId == null ? empty : sql`request_id = ${requestId}`,
    since == null ? empty : sql`recorded_at >= ${since.toISOString()}`,
    until == null ? empty : sql`recorded_at < ${until.toISOString()}`,
  ];
}

/** What is not recorded today was perhaps by an earlier version: it is not told either. */
const withoutUnrecorded = (content: AuditContent, rules: AuditRules): AuditContent => ({
  ...content,
  changes: content.changes.map((change) => {
    const { unrecorded = [] } = ruleOf(rules, change.entity);
    return { ...change, fields: change.fields.filter(({ name }) => !unrecorded.includes(name)) };
  }),
});

function recordOf(content: AuditContent, hash: string, keys: AuditKeys): AuditRecord {
  const { sequence, at, kind, who, what, from, request, reads } = content;
  const client = opened(from, keys);
  return Object.assign(new AuditRecord(), {
    sequence,
    recordedAt: new Date(at),
    kind: AuditKind[kind],
    viewer: who?.id ?? null,
    person: who?.person ?? null,
    operation: what,
    client: typeof client === "string" ? client : null,
    requestId: request,
    changes: content.changes.map((change) =>
      Object.assign(new AuditRowChange(), {
        entity: change.entity,
        action: AuditAction[change.action],
        rows: change.rows,
        ids: change.ids,
        fields: change.fields.map(({ name, before, after }) =>
          fieldOf(name, [before, after], keys),
        ),
      }),
    ),
    reads,
    hash,
  });
}

function fieldOf(name: string, values: readonly [unknown, unknown], keys: AuditKeys) {
  const [before, after] = values.map((value) => opened(value, keys));
  return Object.assign(new AuditFieldChange(), {
    name,
    before: before === undefined ? null : JSON.stringify(before),
    after: after === undefined ? null : JSON.stringify(after),
    isErased: values.some((value) => value !== undefined && opened(value, keys) === undefined),
  });
}

/** Undefined where there is nothing, or nothing any more. */
function opened(value: unknown, keys: AuditKeys): unknown {
  const sealed = asSealed(value);
  return sealed ? keys.open(sealed) : value;
}
