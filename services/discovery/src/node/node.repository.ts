import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import { whereSql } from "@convene/shared/connection/list";
import sql, { raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { NodePrefix } from "./node.enum.ts";

/** Which table knows a kind that stands for itself. */
const DOCUMENTS: Partial<Record<NodePrefix, string>> = {
  org: "organisation_document",
  per: "person_document",
  net: "network_document",
  grp: "working_group_document",
  ser: "meeting_series_document",
  mtg: "meeting_document",
  prc: "practice_document",
};

/** Finds which ids exist for a viewer. One statement for each kind that is asked for. */
export class NodeRepository {
  constructor(private readonly manager: EntityManager) {}

  async visible(
    prefix: NodePrefix,
    ids: readonly string[],
    viewer: Viewer | null,
  ): Promise<ReadonlySet<string>> {
    const { text, values } = select(prefix, ids, viewer);
    const rows: { id: string }[] = await this.manager.query(text, values);
    return new Set(rows.map(({ id }) => id));
  }
}

function select(prefix: NodePrefix, ids: readonly string[], viewer: Viewer | null): Sql {
  const asked = sql`t.id = ANY(${[...ids]}::text[])`;
  const document = DOCUMENTS[prefix];
  if (document !== undefined) {
    return sql`SELECT t.id FROM ${raw(document)} AS t ${whereSql([asked, visibleTo(viewer)])}`;
  }
  if (prefix === "agi") {
    return sql`SELECT t.id FROM agenda_item_replica AS t
      JOIN meeting_document AS meeting ON meeting.id = t.meeting_id
      ${whereSql([asked, visibleTo(viewer, protectionOf("meeting"))])}`;
  }
  return prefix === "rel"
    ? tieSql(RELATIONSHIPS, [asked, visibleTo(viewer)], viewer)
    : tieSql(SEATS, [asked], viewer);
}

interface TieTable {
  readonly table: string;
  readonly source: string;
  readonly target: string;
  readonly targets: string;
}

const RELATIONSHIPS: TieTable = {
  table: "relationship_replica",
  source: "source_id",
  target: "target_id",
  targets: "organisation_document",
};

const SEATS: TieTable = {
  table: "seat_replica",
  source: "organisation_id",
  target: "group_id",
  targets: "working_group_document",
};

/** A tie is visible where it and both of its ends are. */
function tieSql(tie: TieTable, where: readonly Sql[], viewer: Viewer | null): Sql {
  return sql`SELECT t.id FROM ${raw(tie.table)} AS t
    JOIN organisation_document AS source ON source.id = t.${raw(tie.source)}
    JOIN ${raw(tie.targets)} AS target ON target.id = t.${raw(tie.target)}
    ${whereSql([
      ...where,
      visibleTo(viewer, protectionOf("source")),
      visibleTo(viewer, protectionOf("target")),
    ])}`;
}
