import { whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { join, raw, type Sql } from "sql-template-tag";

/** Where the things are kept that ties of the graph end in, by the prefix of their ids. */
const PLACES = {
  org: "organisation_document",
  grp: "working_group_document",
  net: "network_document",
  prc: "practice_document",
} as const;

/**
 * `id`: those of `far`, a table of ids, that the viewer sees. Each is looked up where its prefix
 * says, and not in every table.
 */
export const seenInGraph = (viewer: Viewer | null, far: string): Sql =>
  join(
    Object.entries(PLACES).map(
      ([prefix, table]) => sql`SELECT it.id FROM ${raw(far)} AS far
        JOIN ${raw(table)} AS it ON it.id = far.id
        ${whereSql([sql`starts_with(far.id, ${prefix})`, visibleTo(viewer, protectionOf("it"))])}`,
    ),
    " UNION ALL ",
  );
