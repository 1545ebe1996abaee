import DataLoader from "dataloader";
import {
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
} from "typeorm";

type Rows = Pick<EntityManager, "findBy">;

/** What a protected edge asks of each row: hidden rows look like missing ones. */
type MaySee<T> = (row: T) => boolean;

const everybody = (): boolean => true;

interface By<T extends ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  readonly key: keyof T & string;
  readonly maySee?: MaySee<T>;
}

/** One row for each key, in one statement: `loadOne(db.manager, { entity: User, key: "id" })`. */
export function loadOne<T extends ObjectLiteral>(rows: Rows, { entity, key, maySee }: By<T>) {
  return new DataLoader<string, T | null>(async (keys) => {
    const found = new Map<unknown, T>();
    for (const row of await findByKeys(rows, { entity, key }, keys)) {
      if ((maySee ?? everybody)(row)) found.set(row[key], row);
    }
    return keys.map((value) => found.get(value) ?? null);
  });
}

/**
 * Many rows for each key, in one statement. Only for lists that are short by nature (the names of
 * one thing); lists that grow are connections.
 */
export function loadMany<T extends ObjectLiteral>(rows: Rows, { entity, key, maySee }: By<T>) {
  return new DataLoader<string, T[]>(async (keys) => {
    const found = new Map<unknown, T[]>(keys.map((value) => [value, []]));
    for (const row of await findByKeys(rows, { entity, key }, keys)) {
      if ((maySee ?? everybody)(row)) found.get(row[key])?.push(row);
    }
    return keys.map((value) => found.get(value) ?? []);
  });
}

function findByKeys<T extends ObjectLiteral>(
  rows: Rows,
  { entity, key }: By<T>,
  keys: readonly string[],
): Promise<T[]> {
  return rows.findBy(entity, { [key]: In([...keys]) } as FindOptionsWhere<T>);
}

/** The row of a key that may be absent. */
export const loadMaybe = <T>(
  loader: DataLoader<string, T | null>,
  key: string | null,
): Promise<T | null> => (key === null ? Promise.resolve(null) : loader.load(key));
