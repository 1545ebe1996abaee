import type { Connection } from "@convene/shared/connection/connection";
import { hydrate } from "@convene/shared/connection/hydrate";
import { type OrderBy, orderBySql } from "@convene/shared/connection/keyset";
import { list, whereSql } from "@convene/shared/connection/list";
import { visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import { organisationsSql } from "../asking/past-profile.repository.ts";
import { thereSql } from "../asking/past.repository.ts";
import { OrganisationDocument } from "../organisation/organisation-document.entity.ts";
import { filterSql } from "./organisation-filter.repository.ts";
import { OrganisationSort } from "./organisation-search.enum.ts";
import type { OrganisationSearchArgs } from "./organisation-search.inputs.ts";
import { organisationScoreSql, textSql } from "./organisation-text.repository.ts";
import { wordsOf } from "./wanted-word.value.ts";

const BY_NAME: OrderBy[] = [
  { column: "t.sort_name", direction: "ASC", type: "text" },
  { column: "t.id", direction: "ASC", type: "text" },
];

const ORDERS: Record<OrganisationSort, readonly OrderBy[]> = {
  RELEVANCE: [{ column: "t.score", direction: "DESC", type: "double precision" }, ...BY_NAME],
  NAME: BY_NAME,
  RECENTLY_CONFIRMED: [{ column: "t.confirmed", direction: "DESC", type: "date" }, ...BY_NAME],
  NEWEST: [{ column: "t.created_at", direction: "DESC", type: "timestamptz" }, ...BY_NAME],
};

export type OrganisationQuery = Pick<OrganisationSearchArgs, "text" | "filter">;

/** Finds organisations in the read model. Which rows a viewer may see is decided here, in SQL. */
export class OrganisationSearchRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One statement, and one more when the count is asked for. */
  search(asking: Asking, args: OrganisationSearchArgs): Promise<Connection<OrganisationDocument>> {
    const from = foundSql(asking, args);
    return list(this.manager, { entity: OrganisationDocument, from, order: orderOf(args) }, args);
  }

  /** All that are found, in the same order; at most `limit`. One statement. */
  async all(
    asking: Asking,
    args: OrganisationSearchArgs,
    limit: number,
  ): Promise<OrganisationDocument[]> {
    const { text, values } = sql`SELECT t.* FROM ${foundSql(asking, args)} AS t
      ORDER BY ${orderBySql(orderOf(args))} LIMIT ${limit}`;
    const rows: Record<string, unknown>[] = await this.manager.query(text, values);
    return rows.map((row) => hydrate(this.manager, OrganisationDocument, row));
  }
}

/** Those that are found, each with what it may be ordered by. */
const foundSql = (asking: Asking, args: OrganisationSearchArgs): Sql =>
  sql`(SELECT t.*, ${organisationScoreSql(args.text)} AS score,
    COALESCE(t.last_confirmed_on, '-infinity'::date) AS confirmed
    FROM ${organisationsSql(asking)} ${matching(asking, args)})`;

/** Nothing is more relevant than another where no words are asked for. */
function orderOf({ sort, text }: OrganisationSearchArgs): readonly OrderBy[] {
  const anyWords = wordsOf(text).length > 0;
  return sort === OrganisationSort.RELEVANCE && !anyWords ? BY_NAME : ORDERS[sort];
}

/** `WHERE …` for the organisations `t` that fit text and filter and that the viewer may see. */
export const matching = (asking: Asking, { text, filter }: OrganisationQuery): Sql =>
  whereSql([
    visibleTo(asking.viewer),
    textSql(text),
    filter ? filterSql(asking, filter) : empty,
    thereSql(asking),
  ]);
