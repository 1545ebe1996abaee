import { whereSql } from "@convene/shared/connection/list";
import { prefixOf } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { sitting, visibleConvened } from "../convener/visible-convened.repository.ts";

/** More than a calendar shows at once; of more, the soonest. */
const MOST = 2_000;

export interface FeedScope {
  readonly viewer: Viewer;
  /** An organisation, a group or a network; null for where the viewer sits. */
  readonly about: string | null;
  /** Meetings that had ended by then are left out. */
  readonly since: Date;
}

export interface FoundMeeting {
  readonly id: string;
  readonly series: string | null;
}

/** Which meetings a feed shows: of its subject, and of these what its owner may see now. */
export async function meetingsOfFeed(
  manager: EntityManager,
  { viewer, about, since }: FeedScope,
): Promise<FoundMeeting[]> {
  const { text, values } = sql`SELECT t.id, t.series_id AS series FROM meeting AS t
    ${whereSql([sql`t.ends_at >= ${since}`, subject(viewer, about), visibleConvened(viewer)])}
    ORDER BY t.starts_at, t.id LIMIT ${MOST}`;
  return manager.query<FoundMeeting[]>(text, values);
}

function subject(viewer: Viewer, about: string | null): Sql {
  if (about === null) return sitting(viewer, "t");
  const prefix = prefixOf(about);
  if (prefix === "grp") return sql`t.group_id = ${about}`;
  if (prefix === "net") return sql`t.network_id = ${about}`;
  // The organisation has a seat in the group, or is a member of the network.
  return sql`CASE WHEN t.group_id IS NULL
    THEN t.network_id IN (SELECT unnest(o.networks) FROM organisation_replica AS o
      WHERE o.id = ${about})
    ELSE ${about} = ANY(t.organisations) END`;
}
