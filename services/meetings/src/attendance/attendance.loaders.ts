import { ChildLists, whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { Attendance } from "./attendance.entity.ts";

/** Of organisations that the viewer may see; asked for only on behalf of those who sit there. */
export const attendanceLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  attendanceOfMeeting: new ChildLists(manager, {
    entity: Attendance,
    parent: "t.meeting_id",
    order: [{ column: "t.id", direction: "ASC", type: "text" }],
    where: [
      sql`EXISTS (SELECT 1 FROM organisation_replica AS o ${whereSql([
        sql`o.id = t.organisation_id`,
        visibleTo(viewer, protectionOf("o")),
      ])})`,
    ],
  }),
});
