import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import type { z } from "zod";
import type { Transaction } from "../database/transaction.ts";

/** A change whose payload has been read. */
export interface ReplicaRow extends ObjectLiteral {
  id: string;
  /** A bigint: node-postgres reads it as text. */
  version: string | number;
}

export interface AppliedChange<P> {
  readonly id: string;
  readonly version: number;
  readonly payload: P;
}

export type Tombstone = Omit<AppliedChange<never>, "payload">;

/** What a service keeps of another's aggregates, fed by the owner's change feed alone. */
export interface Replica<P = unknown> {
  readonly source: string;
  readonly type: string;
  /** False where no record here names these: so nothing holds on to them when they are removed. */
  readonly isNamedHere?: false;
  /** The part of the owner's payload that is used here; the rest is dropped. */
  readonly payload: z.ZodType<P>;
  apply(manager: EntityManager, changes: readonly AppliedChange<P>[]): Promise<void>;
  /** What is to be done later, or told, because of changes that were applied: in the same transaction. */
  follow?(tx: Transaction, changes: readonly AppliedChange<P>[]): Promise<void>;
  remove(manager: EntityManager, tombstones: readonly Tombstone[]): Promise<void>;
  /** As `follow`, because of aggregates that are gone, after `remove`. */
  followRemoval?(tx: Transaction, tombstones: readonly Tombstone[]): Promise<void>;
  /** Forgets everything, before the feed is read again from the start. */
  clear(manager: EntityManager): Promise<void>;
}

/** A replica whose consequences happen in its service's name. */
export function withFollowing(
  replica: Replica,
  begin: (manager: EntityManager) => Transaction,
): Replica {
  return {
    ...replica,
    apply: async (manager, changes) => {
      await replica.apply(manager, changes);
      await replica.follow?.(begin(manager), changes);
    },
    remove: async (manager, tombstones) => {
      await replica.remove(manager, tombstones);
      await replica.followRemoval?.(begin(manager), tombstones);
    },
  };
}

export interface ReplicaTable<P, T extends ReplicaRow> {
  readonly source: string;
  readonly type: string;
  readonly payload: z.ZodType<P>;
  /** A table with `id` and `version` (bigint) beside what it keeps. */
  readonly entity: EntityTarget<T>;
  readonly row: (change: AppliedChange<P>) => Omit<T, "version">;
}

/** A replica that is one table: a row for each aggregate, replaced only by a newer version. */
export function replicaTable<P, T extends ReplicaRow>(table: ReplicaTable<P, T>): Replica<P> {
  const { source, type, payload, entity, row } = table;
  return {
    source,
    type,
    payload,
    apply: (manager, changes) =>
      upsertNewer(
        manager,
        entity,
        changes.map((change) => ({ ...row(change), version: change.version })),
      ),
    remove: (manager, tombstones) => deleteOlder(manager, entity, tombstones),
    clear: async (manager) => {
      await manager.query(`DELETE FROM "${manager.dataSource.getMetadata(entity).tableName}"`);
    },
  };
}

/** Writes rows, by property name, where they are newer than what stands there. One statement. */
async function upsertNewer<T extends ReplicaRow>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const { tableName, columns } = manager.dataSource.getMetadata(entity);
  const stored = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return Object.fromEntries(
      columns.map(({ propertyName, databaseName }) => [databaseName, values.get(propertyName)]),
    );
  });
  const names = columns.map(({ databaseName }) => `"${databaseName}"`);
  const updates = names.map((name) => `${name} = excluded.${name}`).join(", ");
  await manager.query(
    `INSERT INTO "${tableName}" (${names.join(", ")})
     SELECT ${names.join(", ")} FROM jsonb_populate_recordset(null::"${tableName}", $1::jsonb)
     ON CONFLICT (id) DO UPDATE SET ${updates} WHERE "${tableName}".version < excluded.version`,
    [JSON.stringify(stored)],
  );
}

/** Takes away rows, unless a newer version stands there. One statement. */
async function deleteOlder<T extends ReplicaRow>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  tombstones: readonly Tombstone[],
): Promise<void> {
  if (tombstones.length === 0) return;
  const { tableName } = manager.dataSource.getMetadata(entity);
  await manager.query(
    `DELETE FROM "${tableName}" AS kept USING unnest($1::text[], $2::bigint[]) AS gone (id, version)
     WHERE kept.id = gone.id AND kept.version < gone.version`,
    [tombstones.map(({ id }) => id), tombstones.map(({ version }) => version)],
  );
}
