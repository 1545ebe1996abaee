import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import { whereSql } from "@convene/shared/connection/list";
import sql, { type Sql } from "sql-template-tag";
import { ArrayContains, type EntityManager, In } from "typeorm";
import { Organisation } from "./organisation.entity.ts";

/** One spelling for an identifier: neither case nor the space around it tells two apart. */
export const identifierKey = ({ scheme, value }: { scheme: string; value: string }): string =>
  `${scheme.trim().toLowerCase()}:${value.trim().toLowerCase()}`;

/** What is known here of organisations, whoever asks. */
export class OrganisationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** In the order of the ids; null for what is gone or unknown. */
  async byIds(ids: readonly string[]): Promise<(Organisation | null)[]> {
    const rows = await this.manager.findBy(Organisation, { id: In([...ids]) });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** `key` as `identifierKey` writes it. */
  byIdentifier(key: string): Promise<Organisation[]> {
    return this.manager.findBy(Organisation, { identifierKeys: ArrayContains([key]) });
  }

  /** `key` as `normaliseName` writes it. */
  byName(key: string): Promise<Organisation[]> {
    return this.manager.findBy(Organisation, { nameKeys: ArrayContains([key]) });
  }
}

/** Whether the organisation at this column is there for the viewer, as a condition of a query. */
export function organisationIsVisible(viewer: Viewer | null, column: Sql): Sql {
  const conditions = whereSql([sql`o.id = ${column}`, visibleTo(viewer, protectionOf("o"))]);
  return sql`EXISTS (SELECT 1 FROM organisation AS o ${conditions})`;
}
