import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { visibleConvened } from "../convener/visible-convened.repository.ts";
import { AgendaItem } from "./agenda-item.entity.ts";

export const agendaItemLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  agendaItem: loadOne(manager, { entity: AgendaItem, key: "id" }),
  /** The minutes that a meeting's items take together. */
  agendaMinutes: new DataLoader((meetings: readonly string[]) => sumMinutes(manager, meetings)),
  agendaOfMeeting: new ChildLists(manager, {
    entity: AgendaItem,
    parent: "t.meeting_id",
    order: [
      { column: "t.position", direction: "ASC", type: "integer" },
      { column: "t.id", direction: "ASC", type: "text" },
    ],
  }),
  agendaItemsOfOrganisation: itemsAbout(manager, viewer, "t.presenter_id"),
  agendaItemsOfPractice: itemsAbout(manager, viewer, "t.practice_id"),
});

/** Those of the latest meeting first. */
const itemsAbout = (manager: EntityManager, viewer: Viewer | null, parent: string) =>
  new ChildLists(manager, {
    entity: AgendaItem,
    parent,
    order: [
      {
        column: "(SELECT m.starts_at FROM meeting AS m WHERE m.id = t.meeting_id)",
        direction: "DESC",
        type: "timestamptz",
      },
      { column: "t.id", direction: "DESC", type: "text" },
    ],
    where: [ofVisibleMeeting(viewer)],
  });

function ofVisibleMeeting(viewer: Viewer | null): Sql {
  const visible = visibleConvened(viewer, "m");
  if (visible === empty) return empty;
  return sql`EXISTS (SELECT 1 FROM meeting AS m WHERE m.id = t.meeting_id AND ${visible})`;
}

async function sumMinutes(manager: EntityManager, meetings: readonly string[]): Promise<number[]> {
  const rows = await manager.query<{ meeting: string; minutes: number }[]>(
    `SELECT meeting_id AS meeting, sum(duration_minutes)::integer AS minutes
     FROM agenda_item WHERE meeting_id = ANY($1::text[]) GROUP BY 1`,
    [[...meetings]],
  );
  const minutes = new Map(rows.map((row) => [row.meeting, row.minutes]));
  return meetings.map((meeting) => minutes.get(meeting) ?? 0);
}

interface ItemAndMeeting {
  readonly agendaItem: DataLoader<string, AgendaItem | null>;
  readonly meeting: DataLoader<string, object | null>;
}

/** The item, where the viewer may see its meeting. */
export async function findAgendaItem(
  id: string,
  loaders: ItemAndMeeting,
): Promise<AgendaItem | null> {
  const item = await loaders.agendaItem.load(id);
  return item && (await loaders.meeting.load(item.meetingId)) ? item : null;
}
