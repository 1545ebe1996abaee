import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";

/** An entity of a row that was read by hand-written SQL (`SELECT t.*`). */
export function hydrate<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  row: Record<string, unknown>,
): T {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(entity);
  const made = metadata.create() as T;
  for (const column of metadata.columns) {
    const value: unknown = driver.prepareHydratedValue(row[column.databaseName], column);
    if (value !== undefined) column.setEntityValue(made, value);
  }
  return made;
}
