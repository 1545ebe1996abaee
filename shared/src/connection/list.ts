import DataLoader from "dataloader";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { checkPage, Connection, type ConnectionArgs } from "./connection.ts";
import { encodeCursor, type KeyValue } from "./cursor.ts";
import { hydrate } from "./hydrate.ts";
import { behindSql, keyOfCursor, type OrderBy, orderBySql } from "./keyset.ts";

/** A list of rows of one table, here called `t`. */
export interface ListOf<T extends ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  /** Another source of the same columns, and of more to order by: `(SELECT …)`. */
  readonly from?: Sql;
  readonly order: readonly OrderBy[];
  /** Conditions on `t`: filters, and what the viewer may see. */
  readonly where?: readonly Sql[];
}

/** A list of rows of a query, here called `t`, that are of no one table. */
export interface ListOfRows<T> extends Pick<ListOf<ObjectLiteral>, "order" | "where"> {
  readonly from: Sql;
  readonly read: (row: Row) => T;
}

/** The column of `t` that points to the parent, in SQL, such as `t.group_id`. */
interface ChildrenOf<T extends ObjectLiteral> extends ListOf<T> {
  readonly parent: string;
}

type Row = Record<string, unknown>;

/** A page of a whole table. One statement, and one more when the count is asked for. */
export function list<T extends ObjectLiteral>(
  manager: EntityManager,
  of: ListOf<T>,
  args: ConnectionArgs,
): Promise<Connection<T>> {
  const read = (row: Row) => hydrate(manager, of.entity, row);
  return listRows(manager, { ...of, from: tableOf(manager, of), read }, args);
}

/** A page of what a query finds. One statement, and one more when the count is asked for. */
export async function listRows<T>(
  manager: EntityManager,
  { from, read, ...of }: ListOfRows<T>,
  args: ConnectionArgs,
): Promise<Connection<T>> {
  checkPage(args);
  const { text, values } = sql`SELECT t.*, ${keySql(of)} AS _key FROM ${from} AS t
    ${whereSql([...(of.where ?? []), behind(of, args)])}
    ORDER BY ${orderBySql(of.order)} LIMIT ${args.first + 1}`;
  const rows: Row[] = await manager.query(text, values);
  return page(rows, args, {
    read,
    count: async () => {
      const counted = sql`SELECT count(*)::integer AS count FROM ${from} AS t
        ${whereSql(of.where ?? [])}`;
      const [row] = await manager.query<{ count: number }[]>(counted.text, counted.values);
      return row?.count ?? 0;
    },
  });
}

/**
 * Pages of the children of many parents: one statement for all parents that ask with the same
 * arguments, and one more for all their counts. Made once for each request.
 */
export class ChildLists<T extends ObjectLiteral> {
  private readonly loaders = new Map<string, DataLoader<string, Connection<T>>>();
  private readonly counts: DataLoader<string, number>;

  constructor(
    private readonly manager: EntityManager,
    private readonly of: ChildrenOf<T>,
  ) {
    this.counts = new DataLoader((parents) => this.countAll(parents));
  }

  load(parent: string, args: ConnectionArgs): Promise<Connection<T>> {
    const { first, after } = args;
    const key = JSON.stringify([first, after]);
    const known = this.loaders.get(key);
    if (known) return known.load(parent);
    checkPage(args);
    const loader = new DataLoader<string, Connection<T>>((parents) => this.pages(parents, args));
    this.loaders.set(key, loader);
    return loader.load(parent);
  }

  private async pages(parents: readonly string[], args: ConnectionArgs): Promise<Connection<T>[]> {
    const { manager, of } = this;
    const { text, values } = sql`SELECT t.*, asked.parent AS _parent
      FROM unnest(${[...parents]}::text[]) AS asked (parent)
      CROSS JOIN LATERAL (
        SELECT t.*, ${keySql(of)} AS _key FROM ${tableOf(manager, of)} AS t
        ${whereSql([sql`${raw(of.parent)} = asked.parent`, ...(of.where ?? []), behind(of, args)])}
        ORDER BY ${orderBySql(of.order)} LIMIT ${args.first + 1}
      ) AS t`;
    const rows: Row[] = await manager.query(text, values);
    const found = new Map<unknown, Row[]>(parents.map((parent) => [parent, []]));
    for (const row of rows) found.get(row["_parent"])?.push(row);
    return parents.map((parent) =>
      page(found.get(parent) ?? [], args, {
        read: (row) => hydrate(manager, of.entity, row),
        count: () => this.counts.load(parent),
      }),
    );
  }

  private async countAll(parents: readonly string[]): Promise<number[]> {
    const { manager, of } = this;
    const parent = raw(of.parent);
    const { text, values } = sql`SELECT ${parent} AS parent, count(*)::integer AS count
      FROM ${tableOf(manager, of)} AS t
      ${whereSql([sql`${parent} = ANY(${[...parents]}::text[])`, ...(of.where ?? [])])}
      GROUP BY ${parent}`;
    const rows: { parent: string; count: number }[] = await manager.query(text, values);
    const counts = new Map(rows.map((row) => [row.parent, row.count]));
    return parents.map((id) => counts.get(id) ?? 0);
  }
}

interface Reading<T> {
  readonly read: (row: Row) => T;
  readonly count: () => Promise<number>;
}

function page<T>(rows: Row[], { first }: ConnectionArgs, { read, count }: Reading<T>) {
  const edges = rows.slice(0, first).map((row) => ({
    cursor: encodeCursor(row["_key"] as KeyValue[]),
    node: read(row),
  }));
  const endCursor = edges.at(-1)?.cursor ?? null;
  return new Connection(edges, { hasNextPage: rows.length > first, endCursor }, count);
}

type Ordered = Pick<ListOf<ObjectLiteral>, "order">;

function behind({ order }: Ordered, { after }: ConnectionArgs): Sql {
  if (after === undefined || after === null) return empty;
  return behindSql(order, keyOfCursor(order, after));
}

const keySql = ({ order }: Ordered): Sql =>
  sql`jsonb_build_array(${join(order.map(({ column }) => raw(column)))})`;

function tableOf<T extends ObjectLiteral>(
  manager: EntityManager,
  { entity, from }: ListOf<T>,
): Sql {
  return from ?? raw(`"${manager.dataSource.getMetadata(entity).tableName}"`);
}

/** All conditions that are not empty. */
export function whereSql(conditions: readonly Sql[]): Sql {
  const kept = conditions.filter((condition) => condition !== empty);
  return kept.length > 0 ? sql`WHERE ${join(kept, " AND ")}` : empty;
}
