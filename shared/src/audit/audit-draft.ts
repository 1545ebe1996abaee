import type { Asking } from "./asking.ts";
import type {
  AuditChange,
  AuditDraft,
  AuditField,
  AuditRead,
  SealedValue,
} from "./audit-content.ts";
import { KEYS } from "./audit-key.ts";
import { type AuditedTable, type AuditRules, ruleOf } from "./audit-rules.ts";

type Row = Readonly<Record<string, unknown>>;

/** What one statement has written, as the triggers left it; or what one request has read. */
export interface PendingRow {
  readonly id: string;
  readonly txid: string;
  readonly recorded_at: Date;
  readonly asking: Asking | null;
  /** The table; of a reading nothing. */
  readonly entity: string;
  readonly action: AuditChange["action"] | "READ";
  readonly total: string;
  /** Whether `before` and `after` are rows; otherwise they are ids, or nothing. */
  readonly is_whole: boolean;
  readonly before: readonly unknown[] | null;
  readonly after: readonly unknown[] | null;
}

/** How a value is encrypted for somebody. */
export type Seal = (subject: string, value: unknown) => SealedValue;

export interface Drafting {
  readonly rules: AuditRules;
  readonly seal: Seal;
}

/** Rows of one transaction together: what it has written is one record. A reading is its own. */
export function transactionsOf(rows: readonly PendingRow[]): PendingRow[][] {
  const groups = new Map<string, PendingRow[]>();
  for (const row of rows) {
    const key = row.action === "READ" ? `read ${row.id}` : row.txid;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** Null where nothing has changed after all. */
export function draftOf(rows: readonly PendingRow[], drafting: Drafting): AuditDraft | null {
  const [first] = rows;
  if (!first) return null;
  const reads = rows.flatMap((row) => (row.action === "READ" ? (row.after as AuditRead[]) : []));
  const changes = rows.flatMap((row) => changesOf(row, drafting));
  const ended = endedBy(rows, drafting.rules);
  if (ended.length > 0) changes.push(keysDestroyed(ended));
  if (reads.length + changes.length === 0) return null;
  const who = first.asking?.viewer ?? actorOf(rows, drafting.rules);
  const client = first.asking?.client ?? null;
  const ids = [...rows.flatMap(idsIn), ...changes.flatMap((each) => each.ids)];
  return {
    at: first.recorded_at.toISOString(),
    kind: reads.length > 0 ? "READ" : "WRITE",
    who,
    what: first.asking?.operation ?? null,
    // Where somebody is, is theirs as well.
    from: client !== null && who ? drafting.seal(who.person ?? who.id, client) : client,
    request: first.asking?.requestId ?? null,
    about: [...new Set([...ids, ...reads.map(({ id }) => id)])].sort(),
    changes,
    reads,
  };
}

/** Whose keys end with what was written: of very many rows the triggers have left just these. */
export function endedBy(rows: readonly PendingRow[], rules: AuditRules): string[] {
  const deleted = rows.filter(({ action }) => action === "DELETE");
  const ended = deleted.flatMap((row) =>
    row.is_whole
      ? valuesOf(row, ruleOf(rules, row.entity).ends ?? [])
      : (row.after ?? []).filter((value) => typeof value === "string"),
  );
  return [...new Set(ended)].sort();
}

const keysDestroyed = (ids: string[]): AuditChange => ({
  ...{ entity: KEYS, action: "DELETE", rows: ids.length },
  ...{ ids, fields: [] },
});

/** Every id that stands in the rows: of a role also that of the person and of the organisation. */
function idsIn(row: PendingRow): string[] {
  const found = [...wholeOf(row, row.before), ...wholeOf(row, row.after)];
  const values = found.flatMap((each) => Object.values(each));
  return values.filter((value) => typeof value === "string").filter((text) => ID.test(text));
}

/** A TypeID. */
const ID = /^[a-z]{2,10}_[0-7][0-9a-z]{25}$/;

function actorOf(rows: readonly PendingRow[], rules: AuditRules): AuditDraft["who"] {
  const [id] = rows.flatMap((row) => {
    const { actor } = ruleOf(rules, row.entity);
    return row.asking && actor !== undefined ? valuesOf(row, [actor]) : [];
  });
  return id === undefined ? null : { kind: "account", id, person: null };
}

function valuesOf(row: PendingRow, columns: readonly string[]): string[] {
  const found = wholeOf(row, row.after ?? row.before);
  const values = found.flatMap((each) => columns.map((column) => each[column]));
  return values.filter((value): value is string => typeof value === "string");
}

const wholeOf = ({ is_whole }: PendingRow, rows: readonly unknown[] | null): readonly Row[] =>
  is_whole ? ((rows ?? []) as readonly Row[]) : [];

function changesOf(row: PendingRow, { rules, seal }: Drafting): AuditChange[] {
  const { entity, action } = row;
  if (action === "READ") return [];
  if (!row.is_whole) {
    const ids = ((action === "DELETE" ? row.before : row.after) ?? []).filter(
      (id) => typeof id === "string",
    );
    return [{ entity, action, rows: Number(row.total), ids, fields: [] }];
  }
  const rule = ruleOf(rules, entity);
  const key = (each: Row) => (rule.key ?? ["id"]).map((column) => String(each[column])).join(" ");
  const before = new Map(wholeOf(row, row.before).map((each) => [key(each), each]));
  const after = new Map(wholeOf(row, row.after).map((each) => [key(each), each]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const pair = { before: before.get(id) ?? null, after: after.get(id) ?? null };
    const fields = fieldsOf(pair, (name, value) => sealed(pair, { rule, id, name, value, seal }));
    return fields.length > 0 ? [{ entity, action, rows: 1, ids: [id], fields }] : [];
  });
}

interface Pair {
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Of what was changed, that which is another; of what was made or deleted, all that was there. */
function fieldsOf({ before, after }: Pair, as: (name: string, value: unknown) => unknown) {
  const names = Object.keys({ ...before, ...after });
  return names.flatMap((name): AuditField[] => {
    const was = before?.[name] ?? null;
    const is = after?.[name] ?? null;
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [
      {
        name,
        ...(was !== null && { before: as(name, was) }),
        ...(is !== null && { after: as(name, is) }),
      },
    ];
  });
}

interface ToSeal {
  readonly rule: AuditedTable;
  readonly id: string;
  readonly name: string;
  readonly value: unknown;
  readonly seal: Seal;
}

function sealed({ before, after }: Pair, { rule, id, name, value, seal }: ToSeal): unknown {
  if (!rule.personal?.includes(name)) return value;
  const subject = rule.subject && (after ?? before)?.[rule.subject];
  return seal(typeof subject === "string" ? subject : id, value);
}
