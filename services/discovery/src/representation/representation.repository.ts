import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import { organisationsSql } from "../asking/past-profile.repository.ts";
import { attendanceVisibleTo } from "../meeting/attendance.repository.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { all, holdingSql } from "../tie/tie.repository.ts";
import type { CharterNeed, ToldCharter } from "../working-group/working-group.replica.ts";
import type { Present } from "./missing-party.value.ts";

/** Whose charter it is, and for a meeting that was held already, which. */
export interface Chartered {
  readonly group: string;
  /** Whom it asks for now. */
  readonly needs: readonly CharterNeed[];
  readonly charters: readonly ToldCharter[];
}

export interface Held extends Chartered {
  readonly isOver: boolean;
  readonly startsAt: Date;
  readonly seesAttendance: boolean;
}

export class RepresentationRepository {
  constructor(private readonly manager: EntityManager) {}

  async group(id: string, { viewer }: Asking): Promise<Chartered | null> {
    const { text, values } = sql`SELECT t.id AS "group", t.needs, t.charters
      FROM working_group_document AS t
      ${whereSql([sql`t.id = ${id}`, visibleTo(viewer)])}`;
    const [row] = await this.manager.query<Chartered[]>(text, values);
    return row ?? null;
  }

  /** Null where the viewer does not see the meeting and its group. */
  async meeting(id: string, { viewer }: Asking): Promise<Held | null> {
    const sees = all([sql`TRUE`, attendanceVisibleTo(viewer, "meeting")]);
    const { text, values } = sql`SELECT t.id AS "group", t.needs, t.charters,
        meeting.starts_at AS "startsAt", meeting.starts_at <= now() AS "isOver", ${sees} AS "seesAttendance"
      FROM meeting_document AS meeting JOIN working_group_document AS t ON t.id = meeting.group_id
      ${whereSql([
        sql`meeting.id = ${id} AND meeting.status <> 'CANCELLED'`,
        visibleTo(viewer, protectionOf("meeting")),
        visibleTo(viewer),
      ])}`;
    const [row] = await this.manager.query<Held[]>(text, values);
    return row ?? null;
  }

  /** The visible organisations that hold a seat in the group on the day. */
  seated(group: string, asking: Asking): Promise<Present[]> {
    const held = all([
      sql`tie.kind = ${TieKind.SEAT} AND tie.target_id = ${group}`,
      holdingSql("tie", asking),
    ]);
    return this.present(sql`SELECT tie.source_id FROM tie WHERE ${held}`, asking);
  }

  /** The visible organisations that were at the meeting. */
  attended(meeting: string, asking: Asking): Promise<Present[]> {
    return this.present(
      sql`SELECT unnest(attended) FROM meeting_document WHERE id = ${meeting}`,
      asking,
    );
  }

  private async present(ids: Sql, asking: Asking): Promise<Present[]> {
    const { text, values } = sql`SELECT t.category, t.countries FROM ${organisationsSql(asking)}
      ${whereSql([sql`t.id IN (${ids})`, visibleTo(asking.viewer)])}`;
    return this.manager.query(text, values);
  }
}
