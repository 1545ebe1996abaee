import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from "typeorm";

type Column = EntityMetadata["columns"][number];

/** What the driver reads as the entity has it: there is nothing to make of it. */
const READ_AS_IS: readonly unknown[] = [
  "text",
  "integer",
  "bigint",
  "boolean",
  "jsonb",
  "timestamptz",
];

interface Reading {
  readonly plain: readonly Column[];
  readonly others: readonly Column[];
}

/** Of each entity, worked out once. */
const readings = new WeakMap<EntityMetadata, Reading>();

/** An entity of a row that was read by hand-written SQL (`SELECT t.*`). */
export function hydrate<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  row: Record<string, unknown>,
): T {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(entity);
  const { plain, others } = readingOf(metadata);
  const made: ObjectLiteral = metadata.create() as T;
  for (const { propertyName, databaseName } of plain) {
    const value = row[databaseName];
    if (value !== undefined) made[propertyName] = value;
  }
  for (const column of others) {
    const value: unknown = driver.prepareHydratedValue(row[column.databaseName], column);
    if (value !== undefined) column.setEntityValue(made, value);
  }
  return made as T;
}

function readingOf(metadata: EntityMetadata): Reading {
  const known = readings.get(metadata);
  if (known) return known;
  const reading = {
    plain: metadata.columns.filter(isPlain),
    others: metadata.columns.filter((column) => !isPlain(column)),
  };
  readings.set(metadata, reading);
  return reading;
}

const isPlain = ({ type, transformer, embeddedMetadata, isVirtual }: Column): boolean =>
  READ_AS_IS.includes(type) && !transformer && !embeddedMetadata && !isVirtual;
