import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";

/**
 * Meetings, under their alias, of which the viewer sees who was there: those of their audience
 * where they sit themselves, as `Meeting.attendance` is answered by the service that owns it. Sits
 * there who holds a seat in its group, who belongs to its network where it has no group, and the
 * secretariat of its network. Empty for administrators.
 */
export function attendanceVisibleTo(viewer: Viewer | null, alias: string): Sql {
  const visible = visibleTo(viewer, protectionOf(alias));
  if (visible === empty) return empty;
  if (viewer === null) return sql`FALSE`;
  const group = raw(`${alias}.group_id`);
  const network = raw(`${alias}.network_id`);
  const secretariats = viewer.networks.filter(({ role }) => role === "SECRETARIAT");
  return sql`(${visible} AND (
    ${group} = ANY(${idsOf(viewer.groups)}::text[])
    OR (${group} IS NULL AND ${network} = ANY(${idsOf(viewer.networks)}::text[]))
    OR ${network} = ANY(${idsOf(secretariats)}::text[])))`;
}

const idsOf = (held: readonly { id: string }[]): string[] => held.map(({ id }) => id);
