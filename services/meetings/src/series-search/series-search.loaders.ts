import { ChildLists } from "@convene/shared/connection/list";
import { invalid } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { isShown, ofVisibleMeeting } from "../agenda-item/agenda-item.loaders.ts";

const MOST_CHARACTERS = 200;
const MOST_WORDS = 10;

/** One list for each search that is asked; only on behalf of those who sit there. */
export const seriesSearchLoaders = (manager: EntityManager, viewer: Viewer | null) => {
  const lists = new Map<string, ChildLists<AgendaItem>>();
  return {
    itemsOfSeries: (search: string): ChildLists<AgendaItem> => {
      const list = lists.get(search) ?? searched(manager, viewer, wordsOf(search));
      lists.set(search, list);
      return list;
    },
  };
};

/** Items of the latest meeting first. */
const searched = (manager: EntityManager, viewer: Viewer | null, words: readonly string[]) =>
  new ChildLists(manager, {
    entity: AgendaItem,
    from: sql`(SELECT i.*, m.series_id, m.starts_at FROM agenda_item AS i
      JOIN meeting AS m ON m.id = i.meeting_id WHERE m.series_id IS NOT NULL)`,
    parent: "t.series_id",
    order: [
      { column: "t.starts_at", direction: "DESC", type: "timestamptz" },
      { column: "t.id", direction: "DESC", type: "text" },
    ],
    where: [isShown(viewer), ofVisibleMeeting(viewer), ...words.map(contains)],
  });

function wordsOf(search: string): string[] {
  const words = search.split(/\s+/).filter((word) => word !== "");
  if (search.length <= MOST_CHARACTERS && words.length <= MOST_WORDS) return words;
  throw invalid(
    "search",
    `A search has at most ${MOST_WORDS} words, of ${MOST_CHARACTERS} characters together`,
  );
}

/** In the title, the minutes, a decision or an action; as parts of words, for languages without spaces. */
function contains(word: string): Sql {
  const pattern = `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(t.title ILIKE ${pattern}
    OR EXISTS (SELECT 1 FROM minutes_entry AS e WHERE e.item_id = t.id AND e.text ILIKE ${pattern})
    OR EXISTS (SELECT 1 FROM decision AS d WHERE d.item_id = t.id AND d.text ILIKE ${pattern})
    OR EXISTS (SELECT 1 FROM action AS a WHERE a.item_id = t.id AND a.text ILIKE ${pattern}))`;
}
