import type { Transaction } from "@convene/shared/database/transaction";
import type { Service } from "@convene/shared/service/service";
import { inBatches } from "@convene/shared/table/batches";
import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";

/** How many things are written in one transaction. */
const BATCH = 500;

/** How many of each kind of thing, by what a person calls them. */
export type Counts = Readonly<Record<string, number>>;

/** Told as the work goes on, for whoever watches. */
export interface Progress {
  /** Runs one step under a title; it may tell how far it is, and tells its result in the end. */
  step<T>(
    title: string,
    work: (tell: (text: string) => void) => Promise<T>,
    result: (value: T) => string,
  ): Promise<T>;
}

/** Where the rows go. */
export interface Target {
  readonly service: Service;
  readonly progress: Progress;
}

interface Bulk<T> extends Target {
  readonly title: string;
  readonly items: Iterable<T>;
  /** Writes a batch in a transaction, with all that the change feed tells of it. */
  readonly write: (tx: Transaction, items: readonly T[]) => Promise<Counts>;
}

/** Writes the items as they are made, a transaction for each batch. Answers what was made. */
export function inBulk<T>({ title, service, progress, items, write }: Bulk<T>): Promise<Counts> {
  const work = async (tell: (text: string) => void) => {
    let counts: Counts = {};
    for await (const batch of inBatches(items, BATCH)) {
      counts = plus(counts, await service.parts.transactions.write((tx) => write(tx, batch)));
      tell(inWords(counts));
    }
    return counts;
  };
  return progress.step(title, work, inWords);
}

function plus(one: Counts, other: Counts): Counts {
  const sums = Object.entries(other).map(([kind, count]): [string, number] => [
    kind,
    (one[kind] ?? 0) + count,
  ]);
  return { ...one, ...Object.fromEntries<number>(sums) };
}

/** `251 series, 2,016 meetings`. */
const inWords = (counts: Counts): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count.toLocaleString("en")} ${kind}`)
    .join(", ");

/**
 * Inserts rows, by property name, that are not there yet; answers the ids of these. One statement.
 * So a run that was broken off goes on where it stood, and tells nothing twice.
 */
export async function insertNew<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly object[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const { tableName, columns, primaryColumns } = manager.dataSource.getMetadata(entity);
  const stored = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return Object.fromEntries(
      columns.map(({ propertyName, databaseName }) => [databaseName, values.get(propertyName)]),
    );
  });
  const quoted = (all: typeof columns) => all.map((one) => `"${one.databaseName}"`).join(", ");
  const names = quoted(columns);
  const inserted = await manager.query<{ id?: string }[]>(
    `INSERT INTO "${tableName}" (${names})
     SELECT ${names} FROM jsonb_populate_recordset(null::"${tableName}", $1::jsonb)
     ON CONFLICT (${quoted(primaryColumns)}) DO NOTHING RETURNING *`,
    [JSON.stringify(stored)],
  );
  return inserted.flatMap(({ id }) => id ?? []);
}
