import sql, { empty, raw, type Sql } from "sql-template-tag";
import { visibility } from "./audience.ts";
import type { Viewer } from "./viewer.ts";

/** Where a query finds what the rule needs, as SQL. Never from a user. */
export interface ProtectionColumns {
  readonly audience: string;
  /** A `text[]` of the organisations whose record it is. */
  readonly organisations: string;
  /** A `text[]` of the networks in which it stands. */
  readonly networks: string;
}

/** The columns of a table that extends `ProtectedRow`, under its alias. */
export const protectionOf = (alias = "t"): ProtectionColumns => ({
  audience: `${alias}.audience`,
  organisations: `${alias}.organisations`,
  networks: `${alias}.networks`,
});

/** The rule of `canSee`, as a condition on rows. Empty for who may see everything. */
export function visibleTo(viewer: Viewer | null, columns = protectionOf()): Sql {
  const { everything, takenDown, networks, organisations, owned } = visibility(viewer);
  if (everything) return empty;
  const audience = raw(columns.audience);
  const its = raw(columns.organisations);
  return sql`(${audience} = 'PUBLIC'
    OR (${audience} = 'NETWORK' AND ${raw(columns.networks)} && ${networks}::text[])
    OR (${audience} IN ('NETWORK', 'ORGANISATION') AND ${its} && ${organisations}::text[])
    OR ${its} && ${owned}::text[]${takenDown ? sql` OR ${audience} = 'TAKEN_DOWN'` : empty})`;
}
