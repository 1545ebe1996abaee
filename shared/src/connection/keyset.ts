import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { KeyValue } from "./cursor.ts";

/** One column of an order. The last must be unique, and none may be null. */
export interface OrderBy {
  /** The column, or an expression, as in SQL. Never from a user. */
  readonly column: string;
  readonly direction: "ASC" | "DESC";
  /** The SQL type that a cursor's value is cast to, such as `timestamptz`. */
  readonly type: "text" | "timestamptz" | "date" | "integer" | "bigint" | "double precision";
}

export function orderBySql(order: readonly OrderBy[]): Sql {
  return join(order.map(({ column, direction }) => raw(`${column} ${direction}`)));
}

/** The rows behind a key: `a > 1 OR (a = 1 AND (b < 2 OR …))`, as one row where it can be. */
export function behindSql(order: readonly OrderBy[], key: readonly KeyValue[]): Sql {
  const [first] = order;
  if (!first) return empty;
  if (order.every(({ direction }) => direction === first.direction)) {
    const columns = join(order.map(({ column }) => raw(column)));
    const values = join(order.map((by, index) => valueSql(by, key[index])));
    return sql`(${columns}) ${raw(first.direction === "ASC" ? ">" : "<")} (${values})`;
  }
  return behindMixed(order, key);
}

function behindMixed(order: readonly OrderBy[], key: readonly KeyValue[]): Sql {
  const [by, ...rest] = order;
  if (!by) return sql`false`;
  const column = raw(by.column);
  const value = valueSql(by, key[0]);
  const beyond = sql`${column} ${raw(by.direction === "ASC" ? ">" : "<")} ${value}`;
  if (rest.length === 0) return beyond;
  return sql`(${beyond} OR (${column} = ${value} AND ${behindMixed(rest, key.slice(1))}))`;
}

const valueSql = ({ type }: OrderBy, value: KeyValue | undefined): Sql =>
  sql`${value ?? null}::${raw(type)}`;
