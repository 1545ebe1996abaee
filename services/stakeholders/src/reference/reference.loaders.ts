import DataLoader from "dataloader";
import {
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
} from "typeorm";

interface ByKey<T extends ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  readonly key: keyof T & string;
}

/** Items of reference data by their key; null for what the vocabulary does not hold. */
export function loadReference<K extends string | number, T extends ObjectLiteral>(
  manager: EntityManager,
  { entity, key }: ByKey<T>,
): DataLoader<K, T | null> {
  return new DataLoader(async (keys) => {
    const where = { [key]: In([...keys]) } as FindOptionsWhere<T>;
    const rows = await manager.findBy(entity, where);
    const found = new Map<unknown, T>(rows.map((row) => [row[key], row]));
    return keys.map((value) => found.get(value) ?? null);
  });
}

/** The items of a list of keys, in its order, without those that the vocabulary does not hold. */
export async function loadKnown<K, T extends object>(
  loader: DataLoader<K, T | null>,
  keys: readonly K[],
): Promise<T[]> {
  const items = await Promise.all(keys.map((key) => loader.load(key)));
  return items.filter((item) => item !== null);
}
