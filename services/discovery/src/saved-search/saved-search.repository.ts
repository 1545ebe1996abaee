import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list, whereSql } from "@convene/shared/connection/list";
import type { Transaction } from "@convene/shared/database/transaction";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { today } from "../asking/asking.value.ts";
import { matching } from "../organisation-search/organisation-search.repository.ts";
import { SavedSearchHit } from "./saved-search-hit.entity.ts";
import type { SavedSearch } from "./saved-search.entity.ts";
import { forgetNoticesOf } from "./search-notice.service.ts";

const LAST_FIRST = [
  { column: "t.found_at", direction: "DESC", type: "timestamptz" },
  { column: "t.organisation_id", direction: "ASC", type: "text" },
] as const;

/** What it has found, as far as the viewer sees it today; the last first. */
export function hitsOf(
  manager: EntityManager,
  { search, viewer }: { readonly search: string; readonly viewer: Viewer | null },
  page: ConnectionArgs,
): Promise<Connection<SavedSearchHit>> {
  const seen = sql`EXISTS (SELECT FROM organisation_document AS found ${whereSql([
    sql`found.id = t.organisation_id`,
    visibleTo(viewer, protectionOf("found")),
  ])})`;
  const where = [sql`t.search_id = ${search}`, seen];
  return list(manager, { entity: SavedSearchHit, order: LAST_FIRST, where }, page);
}

/** Remembers all that a plain search finds with everybody's eyes; how many of them are new. */
export async function rememberFound(
  { manager }: Transaction,
  { id, text: words, filter }: SavedSearch,
): Promise<number> {
  const asking = { viewer: null, day: today() };
  const { text, values } = sql`INSERT INTO saved_search_hit (search_id, organisation_id, found_at)
    SELECT ${id}, t.id, now() FROM organisation_document AS t
    ${matching(asking, { text: words, filter })} ON CONFLICT DO NOTHING RETURNING organisation_id`;
  return (await manager.query<unknown[]>(text, values)).length;
}

/** The same, of those that are told. */
export async function rememberThese(
  { manager }: Transaction,
  search: string,
  organisations: readonly string[],
): Promise<number> {
  const { text, values } = sql`INSERT INTO saved_search_hit (search_id, organisation_id, found_at)
    SELECT ${search}, id, now() FROM unnest(${[...organisations]}::text[]) AS id
    ON CONFLICT DO NOTHING RETURNING organisation_id`;
  return (await manager.query<unknown[]>(text, values)).length;
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
