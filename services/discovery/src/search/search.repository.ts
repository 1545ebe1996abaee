import type { Connection } from "@convene/shared/connection/connection";
import { type OrderBy, orderBySql } from "@convene/shared/connection/keyset";
import { listRows, whereSql } from "@convene/shared/connection/list";
import { arrayFacet, numberFacet, valueFacet } from "@convene/shared/facet/facet-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import { scoreSql, textSql } from "../organisation-search/organisation-text.repository.ts";
import { wordsOf } from "../organisation-search/wanted-word.value.ts";
import { all } from "../tie/tie.repository.ts";
import { FoundType, SearchSort } from "./search.enum.ts";
import type { SearchArgs, SearchFilter } from "./search.inputs.ts";
import { groupPlaces, networkPlaces, placeFacet } from "./search-place.repository.ts";
import { searchableSql } from "./searchable.repository.ts";

const OBJECTIVES = { column: "t.objectives", upTo: 23 };

const BY_NAME: OrderBy[] = [
  { column: "t.sort_name", direction: "ASC", type: "text" },
  { column: "t.id", direction: "ASC", type: "text" },
];

const ORDERS: Record<SearchSort, readonly OrderBy[]> = {
  RELEVANCE: [{ column: "t.score", direction: "DESC", type: "double precision" }, ...BY_NAME],
  NAME: BY_NAME,
  LATEST: [{ column: "t.latest", direction: "DESC", type: "timestamptz" }, ...BY_NAME],
  EARLIEST: [{ column: "t.earliest", direction: "ASC", type: "timestamptz" }, ...BY_NAME],
};

export type SearchQuery = Pick<SearchArgs, "text" | "filter" | "types">;

/** The year of `date`, in UTC. */
export const YEAR = "to_char(t.date AT TIME ZONE 'UTC', 'FMYYYY')";

export interface FoundRow {
  readonly id: string;
  readonly type: FoundType;
  /** A name or a title. */
  readonly label: string;
  readonly date: Date | null;
  readonly objectives: readonly number[];
  readonly countries: readonly string[];
  readonly languages: readonly string[];
}

/** Finds things of all types at once. Which of them a viewer may see is decided here, in SQL. */
export class SearchRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One statement, and one more when the count is asked for. */
  search(asking: Asking, args: SearchArgs): Promise<Connection<FoundRow>> {
    const from = foundSql(asking, args);
    return listRows(this.manager, { from, order: orderOf(args), read: rowOf }, args);
  }

  /** All that is found, in the same order; at most `limit`. One statement. */
  async all(asking: Asking, args: SearchArgs, limit: number): Promise<FoundRow[]> {
    const { text, values } = sql`SELECT t.* FROM ${foundSql(asking, args)} AS t
      ORDER BY ${orderBySql(orderOf(args))} LIMIT ${limit}`;
    return this.manager.query(text, values);
  }
}

/** What is told of a thing that is found, in SQL. */
export const FOUND = raw("t.id, t.type, t.label, t.date, t.objectives, t.countries, t.languages");

export const rowOf = (row: Record<string, unknown>): FoundRow => row as unknown as FoundRow;

/** What is found, each with what it may be ordered by. */
const foundSql = (asking: Asking, args: SearchArgs): Sql =>
  sql`(SELECT ${FOUND}, t.sort_name, ${scoreSql(args.text)} AS score,
    COALESCE(t.date, '-infinity') AS latest, COALESCE(t.date, 'infinity') AS earliest
    FROM ${matchingRows(asking, args)})`;

/** Nothing is more relevant than another where no words are asked for. */
function orderOf({ sort, text }: SearchArgs): readonly OrderBy[] {
  const anyWords = wordsOf(text).length > 0;
  return sort === SearchSort.RELEVANCE && !anyWords ? BY_NAME : ORDERS[sort];
}

/** `(…) AS t WHERE …`: what fits text, types and filter, and the viewer may see. */
export const matchingRows = (asking: Asking, { text, types, filter }: SearchQuery): Sql =>
  sql`${searchableSql(asking, types ?? Object.values(FoundType))}
    ${whereSql([textSql(text), filter ? filterSql(asking, filter) : empty])}`;

/** Midnight in UTC, whatever the zone of the database. */
const startOf = (day: string): Sql => sql`(${day}::date::timestamp AT TIME ZONE 'UTC')`;

const filterSql = (asking: Asking, filter: SearchFilter): Sql =>
  all([
    numberFacet("filter.objectives", OBJECTIVES, filter.objectives),
    arrayFacet("filter.countries", "t.countries", filter.countries),
    arrayFacet("filter.languages", "t.languages", filter.languages),
    placeFacet("filter.networks", networkPlaces(asking), filter.networks),
    placeFacet("filter.workingGroups", groupPlaces(asking), filter.workingGroups),
    valueFacet("filter.years", YEAR, filter.years),
    filter.since ? sql`t.date >= ${startOf(filter.since)}` : empty,
    filter.before ? sql`t.date < ${startOf(filter.before)}` : empty,
  ]);
