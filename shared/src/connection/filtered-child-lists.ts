import { type Connection, ConnectionArgs } from "./connection.ts";
import { hydrate } from "./hydrate.ts";
import { ChildLists, whereSql } from "./list.ts";
import DataLoader from "dataloader";
import sql, { raw, type Sql } from "sql-template-tag";
import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";

type ListOptions<T extends ObjectLiteral> = ConstructorParameters<typeof ChildLists<T>>[1];

/** Batched child lists with arguments of their own: one batch for each way in which they are asked. */
export class FilteredChildLists<T extends ObjectLiteral, F extends ConnectionArgs> {
  private readonly lists = new Map<string, ChildLists<T>>();

  constructor(
    private readonly manager: EntityManager,
    /** The list that a filter means. */
    private readonly of: (filter: Omit<F, keyof ConnectionArgs>) => ListOptions<T>,
  ) {}

  load(parent: string, { first, after, ...filter }: F): Promise<Connection<T>> {
    const key = JSON.stringify(filter);
    const list = this.lists.get(key) ?? new ChildLists<T>(this.manager, this.of(filter));
    this.lists.set(key, list);
    return list.load(parent, Object.assign(new ConnectionArgs(), { first, after }));
  }
}

interface VisibleRows<T extends ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  /** What the viewer may see, as conditions on `t`. */
  readonly where: readonly Sql[];
}

/** Rows by id whose visibility only the database can tell, such as by their ends. One statement. */
export function loadVisible<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  { entity, where }: VisibleRows<T>,
): DataLoader<string, T | null> {
  return new DataLoader(async (ids) => {
    const table = raw(`"${manager.dataSource.getMetadata(entity).tableName}"`);
    const { text, values } = sql`SELECT t.* FROM ${table} AS t
      ${whereSql([sql`t.id = ANY(${[...ids]}::text[])`, ...where])}`;
    const rows: Record<string, unknown>[] = await manager.query(text, values);
    const found = new Map(rows.map((row) => [row["id"], hydrate(manager, entity, row)]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
