import { valueFacet } from "@convene/shared/facet/facet-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import type { MeetingFilter } from "./meeting.inputs.ts";

/** The conditions of a filter on `t`: all must hold. */
export function whereMeeting(filter: MeetingFilter): Sql[] {
  const { startsFrom, startsBefore, statuses, groups, networks, series } = filter;
  return [
    startsFrom ? sql`t.starts_at >= ${startsFrom}` : empty,
    startsBefore ? sql`t.starts_at < ${startsBefore}` : empty,
    valueFacet("filter.statuses", "t.status", statuses),
    valueFacet("filter.groups", "t.group_id", groups),
    valueFacet("filter.networks", "t.network_id", networks),
    valueFacet("filter.series", "t.series_id", series),
  ];
}
