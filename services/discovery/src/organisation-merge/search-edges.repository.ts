import type { Merging } from "@convene/shared/merge/merging";
import sql, { type Sql } from "sql-template-tag";
import { SavedSearchHit } from "../saved-search/saved-search-hit.entity.ts";
import { SavedSearch } from "../saved-search/saved-search.entity.ts";

/** That there is one, only its owner sees. */
const shownToNobody = (): Sql => sql`false`;

const FILTERS = "filters of saved searches";

/** What this service owns; all else follows the services that tell it. */
export const merging: Merging = {
  edges: [
    {
      title: "saved searches",
      entity: SavedSearch,
      properties: ["seekerId"],
      visibleTo: shownToNobody,
    },
    // Apart from the seeker: a search may name both of a merge, and each moves on its own.
    {
      title: FILTERS,
      entity: SavedSearch,
      properties: ["relatedToId"],
      visibleTo: shownToNobody,
    },
    {
      title: "finds of saved searches",
      entity: SavedSearchHit,
      properties: ["foundId"],
      key: ["searchId"],
      stays: ({ into }) => sql`EXISTS (SELECT FROM saved_search_hit AS like_it
        WHERE like_it.search_id = t.search_id AND like_it.found_id = ${into})`,
      visibleTo: shownToNobody,
    },
  ],
  // There and back: the filter names whom the column names.
  settle: async ({ manager }, moved) => {
    await manager.query(
      `UPDATE saved_search
       SET filter = jsonb_set(filter, '{relatedTo,organisation}', to_jsonb(related_to_id))
       WHERE id = ANY($1::text[])`,
      [moved.get(FILTERS) ?? []],
    );
  },
};
