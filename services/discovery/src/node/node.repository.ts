import { whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { NodePrefix } from "./node.enum.ts";

/** Where each kind is found: what stands for itself has a table of its own. */
const PLACES: Record<NodePrefix, string> = {
  org: "organisation_document",
  per: "person_document",
  net: "network_document",
  grp: "working_group_document",
  ser: "meeting_series_document",
  mtg: "meeting_document",
  prc: "practice_document",
  rel: "tie",
  sea: "tie",
  nmb: "tie",
  agi: "agenda_item_replica",
};

/** Finds which ids exist for a viewer. One statement for each kind that is asked for. */
export class NodeRepository {
  constructor(private readonly manager: EntityManager) {}

  async visible(
    prefix: NodePrefix,
    ids: readonly string[],
    viewer: Viewer | null,
  ): Promise<ReadonlySet<string>> {
    const asked = sql`t.id = ANY(${[...ids]}::text[])`;
    const { text, values } = select(PLACES[prefix], asked, viewer);
    const rows: { id: string }[] = await this.manager.query(text, values);
    return new Set(rows.map(({ id }) => id));
  }

  /** Where the ids of organisations lead that were merged into others, over however many merges. */
  async leadsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { asked: string; id: string }[] = await this.manager.query(
      `WITH RECURSIVE led AS (
         SELECT from_id AS asked, into_id AS id FROM standing_merge WHERE from_id = ANY($1::text[])
         UNION SELECT led.asked, m.into_id FROM led JOIN standing_merge AS m ON m.from_id = led.id
       )
       SELECT asked, id FROM led
       WHERE NOT EXISTS (SELECT FROM standing_merge AS m WHERE m.from_id = led.id)`,
      [[...ids]],
    );
    return new Map(rows.map(({ asked, id }) => [asked, id]));
  }
}

function select(place: string, asked: Sql, viewer: Viewer | null): Sql {
  switch (place) {
    case "tie":
      return tieSql(asked, viewer);
    case "agenda_item_replica":
      return sql`SELECT t.id FROM agenda_item_replica AS t
        JOIN meeting_document AS meeting ON meeting.id = t.meeting_id
        ${whereSql([asked, visibleTo(viewer, protectionOf("meeting"))])}`;
    default:
      return sql`SELECT t.id FROM ${raw(place)} AS t ${whereSql([asked, visibleTo(viewer)])}`;
  }
}

/** A tie is visible where it and both of its ends are. */
const tieSql = (asked: Sql, viewer: Viewer | null): Sql =>
  sql`SELECT t.id FROM tie AS t
    JOIN document AS source ON source.id = t.source_id
    JOIN document AS target ON target.id = t.target_id
    ${whereSql([
      asked,
      visibleTo(viewer),
      visibleTo(viewer, protectionOf("source")),
      visibleTo(viewer, protectionOf("target")),
    ])}`;
