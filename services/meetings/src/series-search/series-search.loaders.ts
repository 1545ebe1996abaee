import { ChildLists } from "@convene/shared/connection/list";
import { invalid } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import sql, { raw, type Sql } from "sql-template-tag";
import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { Action } from "../action/action.entity.ts";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { isShown, ofShownItem, ofVisibleMeeting } from "../agenda-item/agenda-item.loaders.ts";
import { Decision } from "../decision/decision.entity.ts";

const MOST_CHARACTERS = 200;
const MOST_WORDS = 10;

/** One list for each search that is asked; only on behalf of those who sit there. */
export const seriesSearchLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  itemsOfSeries: searching(manager, {
    entity: AgendaItem,
    table: "agenda_item",
    shown: [isShown(viewer), ofVisibleMeeting(viewer)],
    contains: inItem,
  }),
  decisionsOfSeries: searching(manager, {
    entity: Decision,
    table: "decision",
    shown: [ofShownItem(viewer), ofVisibleMeeting(viewer)],
    contains: inText,
  }),
  actionsOfSeries: searching(manager, {
    entity: Action,
    table: "action",
    shown: [ofShownItem(viewer), ofVisibleMeeting(viewer)],
    contains: inText,
  }),
});

interface Searched<T extends ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  /** Of rows that hang on a meeting, here called `t`. */
  readonly table: string;
  readonly shown: readonly Sql[];
  readonly contains: (pattern: string) => Sql;
}

function searching<T extends ObjectLiteral>(manager: EntityManager, searched: Searched<T>) {
  const lists = new Map<string, ChildLists<T>>();
  return (search: string): ChildLists<T> => {
    const list = lists.get(search) ?? found(manager, searched, wordsOf(search));
    lists.set(search, list);
    return list;
  };
}

/** Those of the latest meeting first. */
const found = <T extends ObjectLiteral>(
  manager: EntityManager,
  { entity, table, shown, contains }: Searched<T>,
  words: readonly string[],
) =>
  new ChildLists(manager, {
    entity,
    from: sql`(SELECT i.*, m.series_id, m.starts_at FROM ${raw(table)} AS i
      JOIN meeting AS m ON m.id = i.meeting_id WHERE m.series_id IS NOT NULL)`,
    parent: "t.series_id",
    order: [
      { column: "t.starts_at", direction: "DESC", type: "timestamptz" },
      { column: "t.id", direction: "DESC", type: "text" },
    ],
    where: [...shown, ...words.map((word) => contains(patternOf(word)))],
  });

function wordsOf(search: string): string[] {
  const words = search.split(/\s+/).filter((word) => word !== "");
  if (search.length <= MOST_CHARACTERS && words.length <= MOST_WORDS) return words;
  throw invalid(
    "search",
    `A search has at most ${MOST_WORDS} words, of ${MOST_CHARACTERS} characters together`,
  );
}

/** As parts of words, for languages without spaces. */
const patternOf = (word: string): string => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`;

/** In the title, the minutes, a decision or an action. */
const inItem = (pattern: string): Sql =>
  sql`(t.title ILIKE ${pattern}
    OR EXISTS (SELECT 1 FROM minutes_entry AS e WHERE e.item_id = t.id AND e.text ILIKE ${pattern})
    OR EXISTS (SELECT 1 FROM decision AS d WHERE d.item_id = t.id AND d.text ILIKE ${pattern})
    OR EXISTS (SELECT 1 FROM action AS a WHERE a.item_id = t.id AND a.text ILIKE ${pattern}))`;

const inText = (pattern: string): Sql => sql`t.text ILIKE ${pattern}`;
