import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from "typeorm";

const snake = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[\s.-]+/g, "_")
    .toLowerCase();

const tableOf = (table: Table | string) => {
  const name = typeof table === "string" ? table : table.name;
  return name.split(".").at(-1) ?? name;
};

/** Postgres cuts a name at 63 bytes; none of ours comes near, and this says so loudly. */
function named(prefix: string, table: Table | string, columns: readonly string[]): string {
  const name = [prefix, tableOf(table), ...columns].join("_");
  if (name.length > 63) throw new Error(`The name ${name} is too long: name it by hand`);
  return name;
}

/** Tables and columns in snake_case; keys and indexes by what they are, not by a hash. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName = (className: string, given?: string) => given ?? snake(className);

  override columnName = (property: string, given: string | undefined, prefixes: string[]) =>
    snake([...prefixes, given ?? property].join("_"));

  override joinColumnName = (relation: string, column: string) => snake(`${relation}_${column}`);

  override primaryKeyName = (table: Table | string) => named("pk", table, []);

  override uniqueConstraintName = (table: Table | string, columns: string[]) =>
    named("uq", table, columns);

  override foreignKeyName = (table: Table | string, columns: string[]) =>
    named("fk", table, columns);

  override indexName = (table: Table | string, columns: string[]) => named("ix", table, columns);

  override checkConstraintName = (table: Table | string, expression: string) =>
    super.checkConstraintName(tableOf(table), expression);
}
