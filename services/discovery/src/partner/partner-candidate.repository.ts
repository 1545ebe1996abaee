import { whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { visibleTo } from "@convene/shared/visible-sql";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import { filterSql } from "../organisation-search/organisation-filter.repository.ts";
import type { OrganisationSearchFilter } from "../organisation-search/organisation-search.inputs.ts";

/** What of possible partners only the tables know. */
export class PartnerCandidateRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Those that the filter of a search finds. */
  async fitting(asking: Asking, filter: OrganisationSearchFilter): Promise<ReadonlySet<string>> {
    const { text, values } = sql`SELECT t.id FROM organisation_document AS t
      ${whereSql([visibleTo(asking.viewer), filterSql(asking, filter)])}`;
    const rows: { id: string }[] = await this.manager.query(text, values);
    return new Set(rows.map(({ id }) => id));
  }

  /** For each folded word the organisations, whoever may see them, whose texts have it. */
  async having(words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (words.length === 0) return new Map();
    const { text, values } = sql`SELECT word, array_agg(t.id) AS ids
      FROM unnest(${[...words]}::text[]) AS word
      JOIN organisation_document AS t ON t.search_text LIKE '%' || word || '%'
      GROUP BY word`;
    const rows: { word: string; ids: string[] }[] = await this.manager.query(text, values);
    return new Map(rows.map(({ word, ids }) => [word, ids]));
  }

  /**
   * Which of these ids, of anything that has a page of its own, the viewer may be told of now where
   * an organisation looks for partners.
   */
  async visible(
    viewer: Viewer | null,
    seeker: string,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const { text, values } = sql`SELECT t.id FROM document AS t ${whereSql([
      sql`t.id = ANY(${[...ids]}::text[])`,
      sql`NOT EXISTS (SELECT FROM organisation_document AS closed
        WHERE closed.id = t.id AND NOT closed.is_open_to_partners AND closed.id <> ${seeker})`,
      visibleTo(viewer),
    ])}`;
    const rows: { id: string }[] = await this.manager.query(text, values);
    return new Set(rows.map(({ id }) => id));
  }
}
