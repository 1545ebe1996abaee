import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import { isModerator, type Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Convened } from "../convener/convener.policy.ts";
import { convening, visibleConvened } from "../convener/visible-convened.repository.ts";
import { AgendaItem } from "./agenda-item.entity.ts";
import { canSeeItem } from "./agenda-item.policy.ts";

export const agendaItemLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  agendaItem: loadOne(manager, { entity: AgendaItem, key: "id" }),
  carriedItem: loadOne(manager, { entity: AgendaItem, key: "carriedFromId" }),
  /** The minutes that an agenda takes before the item begins. */
  minutesBefore: new DataLoader((items: readonly string[]) => sumBefore(manager, items)),
  /** The minutes that a meeting's items take together. */
  agendaMinutes: new DataLoader((meetings: readonly string[]) => sumMinutes(manager, meetings)),
  agendaOfMeeting: new ChildLists(manager, {
    entity: AgendaItem,
    parent: "t.meeting_id",
    order: [
      { column: "t.position", direction: "ASC", type: "integer" },
      { column: "t.id", direction: "ASC", type: "text" },
    ],
    where: [isShown(viewer)],
  }),
  agendaItemsOfOrganisation: itemsAbout(manager, viewer, {
    parent: "t.presenter_id",
    // Under the Chatham House Rule nobody is told who presents what.
    where: sql`NOT t.chatham_house AND NOT EXISTS (
      SELECT 1 FROM meeting AS m WHERE m.id = t.meeting_id AND m.chatham_house)`,
  }),
  agendaItemsOfPractice: itemsAbout(manager, viewer, { parent: "t.practice_id", where: empty }),
  agendaItemsOfCall: itemsAbout(manager, viewer, { parent: "t.consultation_id", where: empty }),
});

interface About {
  readonly parent: string;
  readonly where: Sql;
}

/** Those of the latest meeting first. */
const itemsAbout = (manager: EntityManager, viewer: Viewer | null, { parent, where }: About) =>
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
    where: [isShown(viewer), ofVisibleMeeting(viewer), where],
  });

/** Not taken down; or the viewer convenes the meeting, or moderates. */
export function isShown(viewer: Viewer | null): Sql {
  if (isModerator(viewer)) return empty;
  return sql`(NOT t.is_taken_down OR EXISTS (
    SELECT 1 FROM meeting AS m WHERE m.id = t.meeting_id AND ${convening(viewer, "m")}))`;
}

/**
 * Rows `t` that came of an item which is shown, or of none, by this column: with an item goes what
 * came of it.
 */
export function ofShownItem(
  viewer: Viewer | null,
  column: "item_id" | "carried_from_id" = "item_id",
): Sql {
  if (isModerator(viewer)) return empty;
  return sql`NOT EXISTS (
    SELECT 1 FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id
    WHERE i.id = ${raw(`t.${column}`)} AND i.is_taken_down AND NOT ${convening(viewer, "m")})`;
}

export function ofVisibleMeeting(viewer: Viewer | null): Sql {
  const visible = visibleConvened(viewer, "m");
  if (visible === empty) return empty;
  return sql`EXISTS (SELECT 1 FROM meeting AS m WHERE m.id = t.meeting_id AND ${visible})`;
}

async function sumMinutes(manager: EntityManager, meetings: readonly string[]): Promise<number[]> {
  const rows = await manager.query<{ meeting: string; minutes: number }[]>(
    `SELECT meeting_id AS meeting, sum(duration_minutes)::integer AS minutes
     FROM agenda_item WHERE meeting_id = ANY($1::text[]) AND NOT is_taken_down GROUP BY 1`,
    [[...meetings]],
  );
  const minutes = new Map(rows.map((row) => [row.meeting, row.minutes]));
  return meetings.map((meeting) => minutes.get(meeting) ?? 0);
}

async function sumBefore(manager: EntityManager, items: readonly string[]): Promise<number[]> {
  const rows = await manager.query<{ id: string; minutes: number }[]>(
    `SELECT t.id, coalesce(sum(b.duration_minutes), 0)::integer AS minutes
     FROM agenda_item AS t LEFT JOIN agenda_item AS b
       ON b.meeting_id = t.meeting_id AND b.position < t.position AND NOT b.is_taken_down
     WHERE t.id = ANY($1::text[]) GROUP BY t.id`,
    [[...items]],
  );
  const minutes = new Map(rows.map((row) => [row.id, row.minutes]));
  return items.map((id) => minutes.get(id) ?? 0);
}

interface ItemAndMeeting {
  readonly agendaItem: DataLoader<string, AgendaItem | null>;
  readonly meeting: DataLoader<string, (Convened & object) | null>;
}

/** The item, where the viewer may see its meeting, and it was not taken down from them. */
export async function findAgendaItem(
  id: string,
  { viewer, loaders }: { readonly viewer: Viewer | null; readonly loaders: ItemAndMeeting },
): Promise<AgendaItem | null> {
  const item = await loaders.agendaItem.load(id);
  const meeting = item && (await loaders.meeting.load(item.meetingId));
  return meeting && canSeeItem(viewer, item, meeting) ? item : null;
}
