import sql, { raw, type Sql } from "sql-template-tag";
import type { MeetingFilter, MeetingIdFacet } from "./meeting.inputs.ts";

/** The conditions of a filter on `t`: all must hold. */
export function whereMeeting(filter: MeetingFilter): Sql[] {
  const { startsFrom, startsBefore, statuses } = filter;
  return [
    ...(startsFrom ? [sql`t.starts_at >= ${startsFrom}`] : []),
    ...(startsBefore ? [sql`t.starts_at < ${startsBefore}`] : []),
    ...(statuses?.anyOf ? [sql`t.status = ANY(${statuses.anyOf}::text[])`] : []),
    ...whereIds("t.group_id", filter.groups),
    ...whereIds("t.network_id", filter.networks),
    ...whereIds("t.series_id", filter.series),
  ];
}

const whereIds = (column: string, facet: MeetingIdFacet | null | undefined): Sql[] => [
  ...(facet?.anyOf ? [sql`${raw(column)} = ANY(${facet.anyOf}::text[])`] : []),
  ...(facet?.noneOf ? [sql`coalesce(${raw(column)}, '') <> ALL(${facet.noneOf}::text[])`] : []),
];
