import DataLoader from "dataloader";
import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { hydrate } from "./connection/hydrate.ts";

/** What a protected edge asks of each row: hidden rows look like missing ones. */
type MaySee<T> = (row: T) => boolean;

const everybody = (): boolean => true;

interface By<T extends ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  readonly key: keyof T & string;
  readonly maySee?: MaySee<T>;
}

/** One row for each key, in one statement: `loadOne(db.manager, { entity: User, key: "id" })`. */
export function loadOne<T extends ObjectLiteral>(
  manager: EntityManager,
  { entity, key, maySee }: By<T>,
) {
  return new DataLoader<string, T | null>(async (keys) => {
    const found = new Map<unknown, T>();
    for (const row of await findByKeys(manager, { entity, key }, keys)) {
      if ((maySee ?? everybody)(row)) found.set(row[key], row);
    }
    return keys.map((value) => found.get(value) ?? null);
  });
}

/**
 * Many rows for each key, in one statement. Only for lists that are short by nature (the names of
 * one thing); lists that grow are connections.
 */
export function loadMany<T extends ObjectLiteral>(
  manager: EntityManager,
  { entity, key, maySee }: By<T>,
) {
  return new DataLoader<string, T[]>(async (keys) => {
    const found = new Map<unknown, T[]>(keys.map((value) => [value, []]));
    for (const row of await findByKeys(manager, { entity, key }, keys)) {
      if ((maySee ?? everybody)(row)) found.get(row[key])?.push(row);
    }
    return keys.map((value) => found.get(value) ?? []);
  });
}

/** By hand: TypeORM takes twice the time, and a text that changes with the number of keys. */
async function findByKeys<T extends ObjectLiteral>(
  manager: EntityManager,
  { entity, key }: By<T>,
  keys: readonly string[],
): Promise<T[]> {
  const metadata = manager.dataSource.getMetadata(entity);
  const column = metadata.findColumnWithPropertyName(key)?.databaseName ?? key;
  const rows: Record<string, unknown>[] = await manager.query(
    `SELECT * FROM "${metadata.tableName}" WHERE "${column}" = ANY($1::text[])`,
    [[...keys]],
  );
  return rows.map((row) => hydrate(manager, entity, row));
}

/** The row of a key that may be absent. */
export const loadMaybe = <T>(
  loader: DataLoader<string, T | null>,
  key: string | null,
): Promise<T | null> => (key === null ? Promise.resolve(null) : loader.load(key));
