import { isModerator, type Viewer } from "@convene/shared/viewer";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { governedBy, standsFor } from "./report.policy.ts";

/** The rule of `canSeeReport`, as a condition on reports `t`. */
export function reportVisibleTo(viewer: Viewer | null): Sql {
  if (viewer === null) return sql`false`;
  const decides = isModerator(viewer)
    ? sql`true`
    : sql`t.networks && ${governedBy(viewer)}::text[]`;
  return sql`(t.reporter_id = ${viewer.person ?? ""}
    OR (${decides} AND NOT (t.owners && ${standsFor(viewer)}::text[])))`;
}

/** As much as anything may say of itself, in characters: whoever decides reads it whole. */
const LONGEST = 5_000;

/** What each says of itself, by its id; agenda items and meetings have nothing but a title. */
export async function excerptsOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ id: string; excerpt: string }[]>(
    `SELECT id, left(words, $2) AS excerpt FROM (
       SELECT id, description AS words FROM organisation
       UNION ALL SELECT id, about FROM person
       UNION ALL SELECT id, description FROM network
       UNION ALL SELECT id, known_from FROM relationship
       UNION ALL SELECT id, excerpt FROM content
       UNION ALL SELECT id, text FROM message
       UNION ALL SELECT id, text FROM introduction_request
     ) AS t WHERE id = ANY($1::text[]) AND words IS NOT NULL`,
    [[...ids], LONGEST],
  );
  return new Map(rows.map(({ id, excerpt }) => [id, excerpt]));
}
