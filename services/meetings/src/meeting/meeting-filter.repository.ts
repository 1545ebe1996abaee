import { valueFacet } from "@convene/shared/facet/facet-sql";
import type { Viewer } from "@convene/shared/viewer";
import sql, { empty, type Sql } from "sql-template-tag";
import { networkFacet } from "../network/network.repository.ts";
import type { MeetingFilter } from "./meeting.inputs.ts";

/** The conditions of a filter on `t`: all must hold. */
export function whereMeeting(viewer: Viewer | null, filter: MeetingFilter): Sql[] {
  const { startsFrom, startsBefore, statuses, groups, networks, series } = filter;
  return [
    startsFrom ? sql`t.starts_at >= ${startsFrom}` : empty,
    startsBefore ? sql`t.starts_at < ${startsBefore}` : empty,
    valueFacet("filter.statuses", "t.status", statuses),
    valueFacet("filter.groups", "t.group_id", groups),
    networkFacet(viewer, networks),
    valueFacet("filter.series", "t.series_id", series),
  ];
}
