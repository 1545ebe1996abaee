import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { raw, type Sql } from "sql-template-tag";
import type { Asking } from "../asking/asking.value.ts";
import { earliest, latest } from "./derived-tie.repository.ts";
import { TieKind } from "./tie.enum.ts";
import { all, holdingSql } from "./tie.repository.ts";

const UMBRELLA = "MEMBER_OF_UMBRELLA";

/** A membership `link` of an umbrella which the viewer sees, as they see the link. */
const linkSql = (asking: Asking): Sql =>
  all([
    sql`link.kind = ${TieKind.RELATIONSHIP} AND link.label = ${UMBRELLA}`,
    holdingSql("link", asking),
    visibleTo(asking.viewer, protectionOf("umbrella")),
  ]);

/**
 * `member_id, umbrella_id, start_date, end_date`: from organisations up to umbrellas, over as many
 * others as it takes, and while all on the way held. In a circle the same comes again, and ends it.
 */
const umbrellasSql = (asking: Asking): Sql => sql`WITH RECURSIVE up AS (
    SELECT link.source_id AS member_id, link.target_id AS umbrella_id,
      coalesce(link.start_date, '-infinity') AS start_date,
      coalesce(link.end_date, 'infinity') AS end_date
    FROM tie AS link JOIN organisation_document AS umbrella ON umbrella.id = link.target_id
    WHERE ${linkSql(asking)}
    UNION SELECT up.member_id, link.target_id,
      greatest(up.start_date, coalesce(link.start_date, '-infinity')),
      least(up.end_date, coalesce(link.end_date, 'infinity'))
    FROM up JOIN tie AS link ON link.source_id = up.umbrella_id
    JOIN organisation_document AS umbrella ON umbrella.id = link.target_id
    WHERE ${all([sql`link.target_id <> up.member_id`, linkSql(asking)])}
  ) SELECT * FROM up`;

/**
 * What organisations inherit on the day from the umbrellas above them: their memberships of
 * networks, and of further umbrellas. Each names the umbrella whose own it is.
 */
export const inheritedTiesSql = (asking: Asking): Sql =>
  sql`SELECT up.member_id || '^' || own.id AS id, own.kind, ${LABEL} AS label,
      up.member_id AS source_id, own.target_id, true AS holds,
      ${earliest("up.start_date", "own.start_date")} AS start_date,
      ${latest("up.end_date", "own.end_date")} AS end_date,
      'PUBLIC' AS audience, '{}'::text[] AS organisations, '{}'::text[] AS networks,
      NULL::integer AS evidence_count, own.source_id AS umbrella_id
    FROM (${umbrellasSql(asking)}) AS up JOIN tie AS own ON own.source_id = up.umbrella_id
    ${whereSql([
      sql`(own.kind = ${TieKind.NETWORK_MEMBERSHIP} OR (own.kind = ${TieKind.RELATIONSHIP}
        AND own.label = ${UMBRELLA} AND own.target_id <> up.member_id))`,
      holdingSql("own", asking),
    ])} GROUP BY up.member_id, own.id`;

/** Whatever the umbrella is in a network, its members are members there. */
const LABEL = raw(`CASE own.kind WHEN '${TieKind.NETWORK_MEMBERSHIP}' THEN 'MEMBER'
  ELSE own.label END`);
