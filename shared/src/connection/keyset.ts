import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { z } from "zod";
import { invalid } from "../errors.ts";
import { decodeCursor, type KeyValue } from "./cursor.ts";

/** One column of an order. The last must be unique, and none may be null. */
export interface OrderBy {
  /** The column, or an expression, as in SQL. Never from a user. */
  readonly column: string;
  readonly direction: "ASC" | "DESC";
  /** The SQL type that a cursor's value is cast to, such as `timestamptz`. */
  readonly type: "text" | "timestamptz" | "date" | "integer" | "bigint" | "double precision";
}

const beyond = z.enum(["infinity", "-infinity"]);

/** What a key may hold, so that a cursor of one's own making is refused before the database sees it. */
const VALUES: Readonly<Record<OrderBy["type"], z.ZodType<KeyValue>>> = {
  text: z.string().regex(/^[^\0]*$/),
  timestamptz: z.union([z.iso.datetime({ offset: true }), beyond]),
  date: z.union([z.iso.date(), beyond]),
  integer: z.int32(),
  bigint: z.int(),
  "double precision": z.number(),
};

/** @throws BAD_USER_INPUT with the field `after` when it is no cursor of a list in this order. */
export function keyOfCursor(order: readonly OrderBy[], cursor: string): KeyValue[] {
  const key = decodeCursor(cursor, order.length);
  if (order.some(({ type }, index) => !VALUES[type].safeParse(key[index]).success)) {
    throw invalid("after", "after is no cursor of this list");
  }
  return key;
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
  const further = sql`${column} ${raw(by.direction === "ASC" ? ">" : "<")} ${value}`;
  if (rest.length === 0) return further;
  return sql`(${further} OR (${column} = ${value} AND ${behindMixed(rest, key.slice(1))}))`;
}

const valueSql = ({ type }: OrderBy, value: KeyValue | undefined): Sql =>
  sql`${value ?? null}::${raw(type)}`;
