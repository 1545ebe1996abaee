import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list, listRows, whereSql } from "@convene/shared/connection/list";
import type { Transaction } from "@convene/shared/database/transaction";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { join, type Sql } from "sql-template-tag";
import { type EntityManager, In } from "typeorm";
import { type Asking, today } from "../asking/asking.value.ts";
import { matching } from "../organisation-search/organisation-search.repository.ts";
import { FoundType } from "../search/search.enum.ts";
import { FOUND, type FoundRow, matchingRows, rowOf } from "../search/search.repository.ts";
import { searchableSql } from "../search/searchable.repository.ts";
import { SavedSearchHit } from "./saved-search-hit.entity.ts";
import { SavedSearch } from "./saved-search.entity.ts";
import { forgetNoticesOf } from "./search-notice.service.ts";

const LAST_FIRST = [
  { column: "t.found_at", direction: "DESC", type: "timestamptz" },
  { column: "t.found_id", direction: "ASC", type: "text" },
] as const;

/** The organisations that it has found, as far as the viewer sees it today; the last first. */
export function hitsOf(
  manager: EntityManager,
  { search, viewer }: { readonly search: string; readonly viewer: Viewer | null },
  page: ConnectionArgs,
): Promise<Connection<SavedSearchHit>> {
  const seen = sql`EXISTS (SELECT FROM organisation_document AS found ${whereSql([
    sql`found.id = t.found_id`,
    visibleTo(viewer, protectionOf("found")),
  ])})`;
  const where = [sql`t.search_id = ${search}`, seen];
  return list(manager, { entity: SavedSearchHit, order: LAST_FIRST, where }, page);
}

/** All that it has found, of whatever kind, as far as the viewer sees it today; the last first. */
export function thingsOf(
  manager: EntityManager,
  { search, viewer }: { readonly search: string; readonly viewer: Viewer | null },
  page: ConnectionArgs,
): Promise<Connection<FoundRow>> {
  const types = Object.values(FoundType);
  const from = sql`(SELECT ${FOUND}, hit.found_at, hit.found_id
    FROM ${searchableSql({ viewer, day: today() }, types)}
    JOIN saved_search_hit AS hit ON hit.found_id = t.id AND hit.search_id = ${search}
    WHERE t.id = ANY(ARRAY(SELECT found_id FROM saved_search_hit WHERE search_id = ${search})))`;
  return listRows(manager, { from, order: LAST_FIRST, read: rowOf }, page);
}

/** That a saved search has found an organisation. */
export interface Hit {
  readonly search: string;
  readonly organisation: string;
}

/** Those that are still there, locked in the order of their ids. */
export const lockSearches = (
  { manager }: Transaction,
  ids: readonly string[],
): Promise<SavedSearch[]> =>
  manager.find(SavedSearch, {
    where: { id: In([...ids]) },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
  });

/** Remembers all that plain searches find with everybody's eyes; which found something new. */
export async function rememberFound(
  tx: Transaction,
  searches: readonly SavedSearch[],
): Promise<ReadonlySet<string>> {
  if (searches.length === 0) return new Set();
  const asking = { viewer: null, day: today() };
  const each = searches.map(
    (it) => sql`SELECT ${it.id}::text AS search, t.id AS found FROM ${foundSql(asking, it)}`,
  );
  return remember(tx, join(each, " UNION ALL "));
}

const foundSql = (asking: Asking, { text, types, filter }: SavedSearch): Sql =>
  types === null
    ? sql`organisation_document AS t ${matching(asking, { text, filter })}`
    : matchingRows(asking, { text, types, filter });

/** The same, of those that are told. */
export async function rememberThese(
  tx: Transaction,
  hits: readonly Hit[],
): Promise<ReadonlySet<string>> {
  if (hits.length === 0) return new Set();
  const searches = hits.map(({ search }) => search);
  const organisations = hits.map(({ organisation }) => organisation);
  return remember(
    tx,
    sql`SELECT * FROM unnest(${searches}::text[], ${organisations}::text[]) AS it (search, found)`,
  );
}

async function remember({ manager }: Transaction, hits: Sql): Promise<ReadonlySet<string>> {
  const { text, values } = sql`WITH kept AS (
      INSERT INTO saved_search_hit (search_id, found_id, found_at)
      SELECT search, found, now() FROM (${hits}) AS hit
      ON CONFLICT DO NOTHING RETURNING search_id
    ) SELECT DISTINCT search_id AS id FROM kept`;
  const rows = await manager.query<{ id: string }[]>(text, values);
  return new Set(rows.map(({ id }) => id));
}

/** With what they found, and the mails that wait. */
export async function forgetSearches(tx: Transaction, ids: readonly string[]): Promise<void> {
  await forgetNoticesOf(tx, ids);
  await tx.manager.query("DELETE FROM saved_search_hit WHERE search_id = ANY($1)", [ids]);
  await tx.manager.query("DELETE FROM saved_search WHERE id = ANY($1)", [ids]);
}

/** With a person goes what they looked for. */
export async function forgetSearchesOf(tx: Transaction, people: readonly string[]): Promise<void> {
  const found = await tx.manager.query<{ id: string }[]>(
    "SELECT id FROM saved_search WHERE owner_id = ANY($1)",
    [people],
  );
  await forgetSearches(
    tx,
    found.map(({ id }) => id),
  );
}
