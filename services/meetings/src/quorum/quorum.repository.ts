import { whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { SeatAttendance } from "./quorum.type.ts";
import type { CountedSeat } from "./quorum.value.ts";

export interface AttendedSeat extends SeatAttendance, CountedSeat {
  readonly meetingId: string;
  readonly status: SeatAttendance["status"];
  readonly organisationId: string;
}

/** What is recorded, the best first. */
const BEST = ["ATTENDED", "ACCEPTED", "APOLOGIES", "DECLINED", "INVITED"];

/**
 * The seats of the groups that meet, of organisations that the viewer sees, and the best that is
 * recorded for each. One statement for all meetings; asked for only on behalf of those who sit there.
 */
export function attendedSeats(
  manager: EntityManager,
  viewer: Viewer | null,
  meetings: readonly string[],
): Promise<AttendedSeat[]> {
  const { text, values } = sql`SELECT m.id AS "meetingId", s.id AS "seatId",
      s.organisation_id AS "organisationId", s.on_behalf_of AS "onBehalfOf", s.role,
      t.category, t.countries, best.status, best.person_id AS "personId", best.sat_as AS "satAs"
    FROM meeting AS m
    JOIN seat_replica AS s ON s.group_id = m.group_id
      AND s.start_date <= (m.starts_at AT TIME ZONE 'UTC')::date
      AND (s.end_date IS NULL OR s.end_date > (m.starts_at AT TIME ZONE 'UTC')::date)
    JOIN organisation_replica AS t ON t.id = s.organisation_id
    LEFT JOIN LATERAL (SELECT a.status, a.person_id, a.sat_as FROM attendance AS a
      WHERE a.meeting_id = m.id AND a.organisation_id = s.organisation_id
        AND (a.seat_id = s.id OR a.seat_id IS NULL)
      ORDER BY array_position(${BEST}::text[], a.status), a.person_id IS NULL, a.id
      LIMIT 1) AS best ON TRUE
    ${whereSql([sql`m.id = ANY(${[...meetings]}::text[])`, visibleTo(viewer, protectionOf("t"))])}
    ORDER BY s.start_date, s.id`;
  return manager.query(text, values);
}
