import type { OrderBy } from "@convene/shared/connection/keyset";
import sql, { type Sql } from "sql-template-tag";

export const SOONEST_FIRST: readonly OrderBy[] = [
  { column: "t.starts_at", direction: "ASC", type: "timestamptz" },
  { column: "t.id", direction: "ASC", type: "text" },
];
export const LATEST_FIRST: readonly OrderBy[] = [
  { column: "t.starts_at", direction: "DESC", type: "timestamptz" },
  { column: "t.id", direction: "DESC", type: "text" },
];

/** What takes place and has not ended. */
export const UPCOMING: Sql = sql`(t.status = 'SCHEDULED' AND t.ends_at > now())`;
/** What took place. */
export const PAST: Sql = sql`(t.status = 'SCHEDULED' AND t.ends_at <= now())`;
