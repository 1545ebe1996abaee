import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { hydrate } from "@convene/shared/connection/hydrate";
import type { OrderBy } from "@convene/shared/connection/keyset";
import { list, whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { practiceMatches } from "./practice-filter.repository.ts";
import { Practice } from "./practice.entity.ts";
import type { PracticeFilter } from "./practice.inputs.ts";
import { isReviewer, secretariatOf, SEEN_BY_REVIEWERS } from "./practice.policy.ts";

/** What was published last, or else entered last, comes first. */
const BY_RECENCY: readonly OrderBy[] = [
  {
    column: "coalesce(t.published_at, t.created_at)",
    direction: "DESC",
    type: "timestamptz",
  },
  { column: "t.id", direction: "DESC", type: "text" },
];

/** The rule of `canSeePractice`, as a condition on the rows of this alias. */
export function practiceIsVisible(viewer: Viewer | null, alias = "t"): Sql {
  const byProtection = visibleTo(viewer, protectionOf(alias));
  if (byProtection === empty) return empty;
  const secretariats = secretariatOf(viewer);
  const ways = [byProtection];
  if (secretariats.length > 0) {
    ways.push(sql`${raw(alias)}.steward = ANY(${secretariats}::text[])`);
  }
  if (isReviewer(viewer)) {
    ways.push(sql`(${raw(alias)}.state = ANY(${[...SEEN_BY_REVIEWERS]}::text[])
      AND ${raw(alias)}.audience <> 'TAKEN_DOWN')`);
  }
  return sql`(${join(ways, " OR ")})`;
}

/** What a viewer may read of practices. */
export class PracticeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** In the order of the ids; null for what is gone or hidden. One statement. */
  async byIds(viewer: Viewer | null, ids: readonly string[]): Promise<(Practice | null)[]> {
    const wanted = whereSql([sql`t.id = ANY(${[...ids]}::text[])`, practiceIsVisible(viewer)]);
    const { text, values } = sql`SELECT t.* FROM practice AS t ${wanted}`;
    const rows: Record<string, unknown>[] = await this.manager.query(text, values);
    const practices = rows.map((row) => hydrate(this.manager, Practice, row));
    const found = new Map(practices.map((practice) => [practice.id, practice]));
    return ids.map((id) => found.get(id) ?? null);
  }

  list(
    viewer: Viewer | null,
    filter: PracticeFilter | null,
    args: ConnectionArgs,
  ): Promise<Connection<Practice>> {
    const where = [practiceIsVisible(viewer), ...(filter ? practiceMatches(viewer, filter) : [])];
    return list(this.manager, { entity: Practice, order: BY_RECENCY, where }, args);
  }
}
